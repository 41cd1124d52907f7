using System.Security.Cryptography;
using System.Text;

namespace Rung.Server.Pages.Evidence;

/// <summary>The look of a pack, which stands in the file itself: on a screen, light or dark, narrow or wide, and on paper.</summary>
internal static class EvidenceStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #15202b; --muted: #4f5d68; --line: #c9d1d6; --page: #fff; --sunken: #eceff0; --accent: #0a5c66; }
        @media screen and (prefers-color-scheme: dark) { :root { --ink: #e8edf0; --muted: #a5b2bc; --line: #33414c; --page: #10171d; --sunken: #182129; --accent: #6fd0d3; } }
        *, ::before, ::after { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 66rem; padding: 28px 20px 60px; background: var(--page); color: var(--ink); font: 400 .9375rem/1.45 "Inter", "Noto Sans", system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 14px; }
        .ref { white-space: nowrap; }
        h2 { font-size: 1.125rem; margin: 34px 0 10px; padding-bottom: 4px; border-bottom: 2px solid var(--line); }
        h3 { font-size: .9375rem; margin: 18px 0 6px; }
        p { margin: 0 0 10px; }
        a { color: var(--accent); }
        nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0 0; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: 3px 0; }
        .text { white-space: pre-line; }
        ul { margin: 0 0 10px; padding-left: 22px; }
        dl { margin: 0 0 14px; }
        dl div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 2px 16px; padding: 5px 0; border-top: 1px solid var(--line); }
        dt { font-weight: 600; }
        dd { margin: 0; }
        .scroll { overflow-x: auto; margin: 4px 0 14px; }
        .scroll:focus-visible, a:focus-visible { outline: 3px solid #b3530a; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .8125rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: 8px 0 6px; font-weight: 600; font-size: .9375rem; }
        th, td { text-align: left; vertical-align: top; padding: 6px 8px; border-top: 1px solid var(--line); min-width: 5.5rem; overflow-wrap: break-word; }
        thead th { border-top: 0; background: var(--sunken); }
        tbody th { font-weight: 600; min-width: 13.75rem; }
        @media (max-width: 48em) { tbody th { min-width: 7rem; } }
        @media (max-width: 35em) { dl div { grid-template-columns: minmax(0, 1fr); } }
        @media print {
          @page { margin: 16mm 14mm; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; }
          .scroll { overflow: visible; }
          table { font-size: 8.5pt; }
          th, td { min-width: 4.25rem; }
          tbody th { min-width: 8.5rem; }
          section[aria-labelledby="promises"] td:nth-child(4) { min-width: 8rem; }
          thead { display: table-header-group; }
          tr, dl div { break-inside: avoid; }
          h2, h3, caption { break-after: avoid; }
          a { color: inherit; text-decoration: none; }
        }
        """;

    /// <summary>Nothing is loaded, nothing runs, and no other style than this one counts.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
