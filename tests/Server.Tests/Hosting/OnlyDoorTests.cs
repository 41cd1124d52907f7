using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Rung.Server.Commands;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>Rung listens on loopback, on its own port, whatever is set around the process.</summary>
public sealed class OnlyDoorTests
{
    [Theory]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:{0}")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    public async Task No_setting_of_the_web_server_opens_another(string name, string value)
    {
        var port = FreePort();
        var folder = await ServedDesk.NewFolder();
        var environment = new Dictionary<string, string>
        {
            [name] = string.Format(CultureInfo.InvariantCulture, value, port),
        };
        await using (var desk = await ServedDesk.Start(folder, environment))
        {
            Assert.Equal(
                "live",
                await desk.Client.GetStringAsync("/healthz/live", TestContext.Current.CancellationToken)
            );
            using var other = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(async () =>
                await other.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken)
            );
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task On_a_port_of_its_own_it_listens_on_this_machine_only_and_says_so()
    {
        var port = ChosenPort();
        var folder = await ServedDesk.NewFolder();
        await using (var desk = await ServedDesk.StartOn(folder, port))
        {
            Assert.Equal(port, desk.Client.BaseAddress!.Port);
            var doors = IPGlobalProperties
                .GetIPGlobalProperties()
                .GetActiveTcpListeners()
                .Where(door => door.Port == port)
                .ToList();
            Assert.NotEmpty(doors);
            Assert.All(doors, door => Assert.True(IPAddress.IsLoopback(door.Address), $"It listens on {door}."));
            Assert.Equal($"Serving {folder}, on this machine only. Stop it with Ctrl+C.", await desk.Line());
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_usual_port_is_5080() => Assert.Equal(5080, RunServer.PortOption().GetDefaultValue());

    // Below those that the system gives out by itself, so that no other test is given it in between.
    private static int ChosenPort() =>
        Enumerable.Range(0, 100).Select(_ => Random.Shared.Next(20_000, 32_000)).First(IsFree);

    private static bool IsFree(int port)
    {
        try
        {
            using var four = new TcpListener(IPAddress.Any, port);
            four.Start();
            using var six = new TcpListener(IPAddress.IPv6Loopback, port);
            six.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode != SocketError.AddressFamilyNotSupported)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
