using System.CommandLine;
using System.Net;
using Rung.Server.Hosting;

namespace Rung.Server.Commands;

/// <summary><c>--url</c>, <c>--proxy</c> and <c>--listen</c>: how people outside this machine reach the desk.</summary>
internal sealed class DoorOptions
{
    private readonly Option<string?> _url = new("--url")
    {
        Description =
            "The address that people type, of a proxy that has the certificate: links are made of it, and requests for another host are refused.",
        HelpName = "https://desk.example.org",
    };

    private readonly Option<string[]> _proxies = new("--proxy")
    {
        Description =
            "The address or network of that proxy; once for each. What it says of where a request came from is believed (X-Forwarded-For and -Proto), and of nobody else.",
        HelpName = "address",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _listen = new("--listen")
    {
        Description =
            "An address of this machine to listen on besides loopback, for a proxy on another machine: nobody else is let in.",
        HelpName = "address",
    };

    public DoorOptions()
    {
        _url.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && PublicDoor.Parse(text.Value) is null)
            {
                given.AddError(
                    $"--url: {text.Value} is not an address like https://desk.example.org, with nothing after the host."
                );
            }
        });
        _proxies.Validators.Add(given =>
        {
            foreach (var text in given.Tokens.Select(token => token.Value))
            {
                if (PublicDoor.ParseProxy(text) is not { } network)
                {
                    given.AddError(
                        $"--proxy: {text} is not an address like 192.0.2.10, nor a network like 192.0.2.0/24."
                    );
                }
                else if (PublicDoor.IsTooWide(network))
                {
                    given.AddError($"--proxy: {text} is nearly everybody: name the address of your proxy.");
                }
            }
        });
        _listen.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !IPAddress.TryParse(text.Value, out _))
            {
                given.AddError(
                    $"--listen: {text.Value} is not an address of this machine like 192.0.2.1, or 0.0.0.0 for all."
                );
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_proxies);
        command.Add(_listen);
    }

    /// <returns>Null: only this machine reaches the desk.</returns>
    /// <exception cref="StartException">One is given without another that it needs.</exception>
    public PublicDoor? Of(ParseResult parsed)
    {
        var (url, proxies) = (parsed.GetValue(_url), parsed.GetValue(_proxies) ?? []);
        var listen = parsed.GetValue(_listen);
        if ((url is null) != (proxies.Length == 0) || (listen is not null && url is null))
        {
            throw new StartException(
                "--url, --proxy and --listen go together: name the address that people type and the proxy that hands over to this desk, and --listen besides where the proxy is on another machine."
            )
            {
                Code = ExitCode.Usage,
            };
        }
        return url is null
            ? null
            : new PublicDoor(PublicDoor.Parse(url)!, [.. proxies.Select(text => PublicDoor.ParseProxy(text)!.Value)])
            {
                Listen = listen is null ? null : IPAddress.Parse(listen),
            };
    }
}
