/// <summary>
/// Loaded by the runtime into a <c>rung</c> that a test starts with DOTNET_STARTUP_HOOKS; the runtime looks for this very
/// name outside any namespace. Says at the end which assemblies the program needed.
/// </summary>
internal static class StartupHook
{
    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            {
                Console.Error.WriteLine($"loaded {assembly.GetName().Name}");
            }
        };
}
