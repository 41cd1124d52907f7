using Microsoft.AspNetCore.Hosting.Server;
using Rung.Server.Hosting;

namespace Rung.Server.Accounts;

/// <summary>
/// Addresses that are given to people, made of what the operator says or of where the server listens, and never of what a
/// request says (S57).
/// </summary>
internal sealed class LinkAddress(IServer server, RungOptions options)
{
    public Uri Of(string path) => new(options.Door?.Address ?? RungHost.Address(server), path);
}
