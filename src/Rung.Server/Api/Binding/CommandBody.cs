using System.Text.Json;
using Rung.Core.Cases;
using Rung.Server.Api.Json;
using Rung.Server.Api.Problems;

namespace Rung.Server.Api.Binding;

/// <summary>A command on a case, of the type that the endpoint carries out.</summary>
internal sealed class CommandBody : IBound
{
    private readonly CaseCommand? _command;

    private CommandBody(CaseCommand? command, byte[] bytes) => (_command, Bytes) = (command, bytes);

    public ProblemAnswer? Problem { get; private init; }
    public CaseCommand Command => _command!;
    public byte[] Bytes { get; }

    public static async ValueTask<CommandBody> BindAsync(HttpContext context)
    {
        var type = context.GetEndpoint()!.Metadata.GetRequiredMetadata<CommandOf>().Command;
        var read = await JsonRead.Of(context, json => JsonSerializer.Deserialize(json, type, ApiJson.Options));
        return new CommandBody((CaseCommand?)read.Value, read.Bytes) { Problem = read.Problem };
    }
}

/// <summary>Which command an endpoint carries out.</summary>
internal sealed record CommandOf(Type Command);
