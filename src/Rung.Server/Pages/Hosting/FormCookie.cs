namespace Rung.Server.Pages.Hosting;

/// <summary>The cookie that a form's token belongs to. A browser keeps a __Host- cookie to this very host, where the page came encrypted.</summary>
internal sealed class FormCookie : CookieBuilder
{
    private const string Plain = "rung-form";
    private readonly HttpContextAccessor _here = new();

    public FormCookie()
    {
        SameSite = SameSiteMode.Strict;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
    }

    public override string? Name
    {
        get => _here.HttpContext?.Request.IsHttps == true ? $"__Host-{Plain}" : Plain;
        set { }
    }
}
