namespace Rung.Server.Hosting;

/// <summary>Another process has the data.</summary>
public sealed class FolderInUseException(string path)
    : StartException($"Another rung is using {path}: stop it first, or choose another folder with --data.");
