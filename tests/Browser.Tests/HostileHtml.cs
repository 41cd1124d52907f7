namespace Rung.Browser.Tests;

/// <summary>
/// What a formatted mail may try: to run something (which would set <c>window.ran</c>), or to load something from elsewhere.
/// Made of what a browser runs and loads by, in every combination that it might understand. S32
/// </summary>
internal static class HostileHtml
{
    private const string Run = "window.ran=1";
    private const string Elsewhere = "https://beacon.example.net/hit";

    public static IReadOnlyList<string> All { get; } =
    [
        .. from element in Elements from handler in Handlers select string.Format(element, $"{handler}=\"{Run}\""),
        .. from carrier in Carriers from address in Addresses select string.Format(carrier, address),
        .. from loader in Loaders select string.Format(loader, Elsewhere),
        .. from style in Styles select $"<div style=\"{string.Format(style, Elsewhere)}\">styled</div>",
        .. from style in Styles select $"<style>*{{{{{string.Format(style, Elsewhere)}}}}}</style>",
        .. Scripts,
        .. Changelings,
    ];

    private static IEnumerable<string> Elements =>
        [
            "<img src=x {0}>",
            "<svg {0}><circle r=9 /></svg>",
            "<b {0} tabindex=0>word</b>",
            "<details open {0}><summary>s</summary>d</details>",
            "<input autofocus {0}>",
            "<video {0}><source src=x></video>",
            "<iframe src=\"about:blank\" {0}></iframe>",
            "<a href=\"https://example.org\" {0}>link</a>",
            "<marquee {0}>word</marquee>",
            "<table background=x {0}><tr><td {0}>cell</table>",
        ];

    private static IEnumerable<string> Handlers =>
        [
            "onload",
            "onerror",
            "onclick",
            "OnMouseOver",
            "onfocus",
            "ontoggle",
            "onanimationstart",
            "x\nonfocus",
            "/onload",
        ];

    private static IEnumerable<string> Carriers =>
        [
            "<a href=\"{0}\">link</a>",
            "<a href='{0}'>link</a>",
            "<area href=\"{0}\">",
            "<form action=\"{0}\"><button>go</button></form>",
            "<button formaction=\"{0}\">go</button>",
            "<iframe src=\"{0}\"></iframe>",
            "<embed src=\"{0}\">",
            "<object data=\"{0}\"></object>",
            "<meta http-equiv=refresh content=\"0;url={0}\">",
            "<svg><a xlink:href=\"{0}\"><text>t</text></a></svg>",
            "<svg><animate attributeName=href values=\"{0}\"></svg>",
            "<math><mi href=\"{0}\">m</mi></math>",
            "<base href=\"{0}\">",
        ];

    private static IEnumerable<string> Addresses =>
        [
            $"javascript:{Run}",
            $"JaVaScRiPt:{Run}",
            $"  javascript:{Run}",
            $"java\tscript:{Run}",
            $"java&#10;script:{Run}",
            $"&#106;avascript:{Run}",
            $"&#x6A;&#x61vascript&colon;{Run}",
            $"\u0001javascript:{Run}",
            $"vbscript:{Run}",
            $"data:text/html,<script>top.{Run}</script>",
            "data:text/html;base64,PHNjcmlwdD50b3AucmFuPTE8L3NjcmlwdD4=",
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='top.ran=1'/>",
        ];

    private static IEnumerable<string> Loaders =>
        [
            "<img src={0}>",
            "<img srcset=\"{0} 1x\">",
            "<img src=x lowsrc={0} dynsrc={0}>",
            "<picture><source srcset={0}><img src=x></picture>",
            "<video src={0} autoplay></video>",
            "<video poster={0}></video>",
            "<audio src={0} autoplay></audio>",
            "<video><track default src={0}></video>",
            "<iframe src={0}></iframe>",
            "<frameset><frame src={0}></frameset>",
            "<embed src={0}>",
            "<object data={0}></object>",
            "<applet code={0}></applet>",
            "<input type=image src={0}>",
            "<body background={0}>",
            "<table background={0}><tr><td>t</table>",
            "<bgsound src={0}>",
            "<script src={0}></script>",
            "<link rel=stylesheet href={0}>",
            "<link rel=preload as=image href={0}>",
            "<link rel=prefetch href={0}>",
            "<link rel=icon href={0}>",
            "<link rel=manifest href={0}>",
            "<meta http-equiv=refresh content=\"0;url={0}\">",
            "<base href={0}><img src=y>",
            "<svg><image href={0} /></svg>",
            "<svg><use href={0}#a /></svg>",
            "<svg><filter><feImage href={0} /></filter></svg>",
            "<svg style=\"fill:url({0}#a)\"><rect width=9 height=9 /></svg>",
            "<img src=cid:a style=background:url({0})>",
            "<portal src={0}></portal>",
            "<html manifest={0}>",
        ];

    private static IEnumerable<string> Styles =>
        [
            "background:url({0})",
            "background-image:image-set('{0}' 1x)",
            "list-style-image:url({0});display:list-item",
            "content:url({0})",
            "cursor:url({0}),auto",
            "border-image:url({0}) 1",
            "mask-image:url({0})",
            "filter:url({0}#f)",
            "shape-outside:url({0})",
            "behavior:url({0})",
            "-moz-binding:url({0})",
            "width:expression(window.ran=1)",
            "b\\61 ckground:u\\72 l({0})",
            "background:/**/url({0})",
            "--a:url({0});background:var(--a)",
        ];

    private static IEnumerable<string> Scripts =>
        [
            $"<script>{Run}</script>",
            $"<ScRiPt>{Run}</sCrIpT>",
            $"<script/x>{Run}</script>",
            $"<script\n>{Run}</script\n>",
            $"<<script>{Run}//<</script>",
            $"<scr<script>ipt>{Run}</scr</script>ipt>",
            $"<svg><script>{Run}</script></svg>",
            $"<svg><script href=data:,{Run} /></svg>",
            $"<script type=module>{Run}</script>",
            $"<script>/*<!--*/{Run}/*-->*/</script>",
            $"<![CDATA[<script>{Run}</script>]]>",
            $"<!--[if true]><script>{Run}</script><![endif]-->",
            $"<!--><script>{Run}</script>-->",
            $"<!--x--!><script>{Run}</script>",
            $"<?xml-stylesheet?><script>{Run}</script>",
            $"<style>@import '{Elsewhere}';</style>",
            $"<style>@font-face{{{{font-family:a;src:url({Elsewhere})}}}}*{{{{font-family:a}}}}</style>",
            $"<xml><script>{Run}</script></xml>",
            $"<isindex action=javascript:{Run}>",
            $"<script>{Run}",
            $"\0<scr\0ipt>{Run}</scr\0ipt>",
        ];

    // Said one way, read another when it is parsed again.
    private static IEnumerable<string> Changelings =>
        [
            $"<noscript><p title=\"</noscript><img src=x onerror={Run}>\"></noscript>",
            $"<textarea><p title=\"</textarea><img src=x onerror={Run}>\"></textarea>",
            $"<title><p title=\"</title><img src=x onerror={Run}>\"></title>",
            $"<xmp><p title=\"</xmp><img src=x onerror={Run}>\"></xmp>",
            $"<noembed><p title=\"</noembed><img src=x onerror={Run}>\"></noembed>",
            $"<noframes><p title=\"</noframes><img src=x onerror={Run}>\"></noframes>",
            $"<iframe><p title=\"</iframe><img src=x onerror={Run}>\"></iframe>",
            $"<plaintext><p title=\"</plaintext><img src=x onerror={Run}>\">",
            $"<svg></p><style><a title=\"</style><img src=x onerror={Run}>\">",
            $"<math><mtext><table><mglyph><style><!--</style><img title=\"--><img src=x onerror={Run}>\">",
            $"<math></p><style><!--</style><img src/onerror={Run}>--></style></math>",
            $"<form><math><mtext></form><form><mglyph><style></math><img src onerror={Run}>",
            $"<svg><foreignObject><p><style><!--</style><img src=x onerror={Run}>--></style></p></foreignObject></svg>",
            $"<svg><desc><img src=x onerror={Run}></desc></svg>",
            $"<svg><title><style><img src=x onerror={Run}></style></title></svg>",
            $"<template><img src=x onerror={Run}></template>",
            $"<select><template><style><img src=x onerror={Run}></style></template></select>",
            $"<table><td><style><!--</td></table><img src=x onerror={Run}>-->",
            $"<a title=\"`><img src=x onerror={Run}>`\">t</a>",
            $"<p title='\"><img src=x onerror={Run}>'>t</p>",
            $"<p title=\"&quot;&gt;&lt;img src=x onerror={Run}&gt;\">t</p>",
            $"&lt;img src=x onerror={Run}&gt;",
            $"<annotation-xml encoding=\"text/html\"><img src=x onerror={Run}></annotation-xml>",
            $"<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror={Run}></style></annotation-xml></math>",
            $"<img alt=\"<x\" title=\"/><img src=x onerror={Run}>\">",
            $"<a href=\"https://example.org/&quot;onfocus=&quot;{Run}\" autofocus>t</a>",
            $"<a href='https://example.org/\"onfocus=\"{Run}' autofocus>t</a>",
            $"<div id=x><input name=attributes><input name=parentNode></div><img name=body src=x onerror={Run}>",
        ];
}
