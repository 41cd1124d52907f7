using Rung.Core.Customers;
using Rung.Storage;

namespace Rung.Server.Api;

/// <summary>Logs cases for customers that are on file.</summary>
internal sealed class CaseLogging(CaseCalls calls, RungDatabase database)
{
    public CaseCalls Calls => calls;

    public RungDatabase Database => database;

    /// <summary>Null: the desk has no such customer.</summary>
    public Task<Customer?> Customer(string desk, string id) => database.Customers.Find(desk, id);
}
