using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>What logging a case for a customer on file needs.</summary>
internal sealed record CaseLogging(CaseCalls Calls, RungDatabase Database);
