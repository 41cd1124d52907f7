using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Rung.Mail.Inbound;
using Rung.Server.Accounts;
using Rung.Server.Desk.Mails;
using Rung.Storage;

namespace Rung.Server.Hosting;

/// <summary>
/// Where a mail server on this machine hands mail over: a socket in the data folder, so that the folder's permissions say
/// who may, and nothing that can reach a port can.
/// </summary>
internal static class MailSocket
{
    public const string Path = "/mail";
    private const string Name = "mail.sock";
    private const string Mark = "rung-mail-socket";

    // As much as the kernel takes in a socket's address.
    private const int LongestPath = 100;

    public static string In(string dataFolder) => System.IO.Path.Combine(dataFolder, Name);

    /// <summary>Whether a socket can be there at all.</summary>
    public static bool Fits(string dataFolder) => System.Text.Encoding.UTF8.GetByteCount(In(dataFolder)) <= LongestPath;

    /// <exception cref="StartException">The folder's path is too long: mail could never be handed over.</exception>
    public static void Check(string dataFolder)
    {
        if (!Fits(dataFolder))
        {
            throw new StartException(
                $"{In(dataFolder)} is too long for a socket, so that no mail could be handed over: choose a data folder whose path has at most {LongestPath - Name.Length - 1} bytes."
            );
        }
    }

    public static void Listen(KestrelServerOptions kestrel, string dataFolder)
    {
        // Left over by a process that was killed: the data folder is ours alone.
        File.Delete(In(dataFolder));
        kestrel.ListenUnixSocket(
            In(dataFolder),
            socket =>
                socket.Use(next =>
                    connection =>
                    {
                        connection.Items[Mark] = Mark;
                        return next(connection);
                    }
                )
        );
    }

    /// <summary>The owner and the group of the data folder may hand mail over.</summary>
    public static void Protect(string dataFolder)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(In(dataFolder)))
        {
            File.SetUnixFileMode(
                In(dataFolder),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
            );
        }
    }

    public static void MapMail(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(Path, (RequestDelegate)(context => Take(context)))
            .ExcludeFromDescription()
            .WithMetadata(OpenToAnybody.Mark);

    private static async Task Take(HttpContext context)
    {
        var items = context.Features.Get<IConnectionItemsFeature>()?.Items;
        var recipient = context.Request.Query["recipient"].ToString();
        if (items?.ContainsKey(Mark) != true || recipient.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { } limit)
        {
            limit.MaxRequestBodySize = MailReader.MostBytes;
        }
        context.Response.OnCompleted(() =>
        {
            LargeMail.GiveBack(context.Request.ContentLength ?? 0);
            return Task.CompletedTask;
        });
        await Keep(context, await Message(context), recipient);
    }

    // Into an array of its size: a large message is not held twice (S41).
    private static async Task<byte[]> Message(HttpContext context)
    {
        if (context.Request.ContentLength is { } length and <= MailReader.MostBytes)
        {
            var message = new byte[length];
            await context.Request.Body.ReadExactlyAsync(message, context.RequestAborted);
            return message;
        }
        using var all = new MemoryStream();
        await context.Request.Body.CopyToAsync(all, context.RequestAborted);
        return all.ToArray();
    }

    private static async Task Keep(HttpContext context, byte[] message, string recipient)
    {
        var sender = context.Request.Query.TryGetValue("sender", out var given) ? given.ToString() : null;
        try
        {
            var room = context.RequestServices.GetRequiredService<MailRoom>();
            var kept = await room.Keep(message, recipient, sender);
            await context.Response.WriteAsync(kept.IsNew ? $"kept {kept.Id}" : $"kept before {kept.Id}");
        }
        catch (StorageException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
