using System.Diagnostics.CodeAnalysis;
using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Storage.Cases;

namespace Rung.Server.Desk;

/// <summary>The desks of this installation, each with the guide in force and the versions that older cases keep (ESS-02).</summary>
public sealed class DeskRegister
{
    private readonly List<Guide> _active;
    private readonly Dictionary<(string Desk, string Version), Guide> _versions;

    /// <param name="active">One guide for each desk, in the order the desks are shown.</param>
    /// <param name="earlier">Versions that are no longer in force.</param>
    public DeskRegister(IEnumerable<Guide> active, IEnumerable<Guide> earlier)
    {
        _active = [.. active];
        _versions = earlier.Concat(_active).ToDictionary(guide => (guide.Document.Id, guide.Document.Version));
    }

    /// <summary>The same, with mails that lead to their case by a link.</summary>
    public DeskRegister WithCaseLinks()
    {
        static Guide Linked(Guide guide) => guide with { CaseLinks = Permission.Yes };
        return new DeskRegister(_active.Select(Linked), _versions.Values.Except(_active).Select(Linked));
    }

    /// <summary>The guides in force.</summary>
    public IReadOnlyList<Guide> Active => _active;

    /// <summary>Every version of every guide that cases may have been logged under.</summary>
    public IEnumerable<Guide> All => _versions.Values;

    public bool TryGet(string? desk, [NotNullWhen(true)] out Guide? guide)
    {
        guide = _active.FirstOrDefault(one => one.Document.Id == desk);
        return guide is not null;
    }

    /// <summary>The guide that a case logged under this version keeps (semantics 29).</summary>
    /// <exception cref="InvalidOperationException">The version is not known here: its guide file was taken away.</exception>
    public Guide Pinned(string desk, string version) =>
        _versions.TryGetValue((desk, version), out var guide)
            ? guide
            : throw new InvalidOperationException($"Guide {desk} {version} is not known to this installation.");

    /// <summary>The guide a case is handled by: the version it was logged under.</summary>
    /// <inheritdoc cref="Pinned"/>
    public Guide GuideOf(CaseHistory history) => Pinned(history.Desk, ((CaseLogged)history.Events[0]).GuideVersion);
}
