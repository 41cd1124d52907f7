namespace Rung.Server.Hosting;

/// <summary>A secret from the environment: in the variable itself, or in a file that the variable with <c>_FILE</c> names.</summary>
internal static class SecretSetting
{
    /// <returns>Null: neither is set.</returns>
    /// <exception cref="StartException">Both are set, or the file cannot be read.</exception>
    public static string? Read(string name)
    {
        var (text, file) = (Variable(name), Variable($"{name}_FILE"));
        if (text is not null && file is not null)
        {
            throw new StartException($"{name} and {name}_FILE are both set: take one of them away.");
        }
        return file is null ? text : ReadFile($"{name}_FILE", file);
    }

    private static string ReadFile(string name, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{name}: {e.Message}");
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
