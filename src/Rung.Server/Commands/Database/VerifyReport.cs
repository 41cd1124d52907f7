using Rung.Server.Desk.Verifying;

namespace Rung.Server.Commands.Database;

/// <summary>Tells what <c>rung db verify</c> finds.</summary>
internal interface IVerifyReport
{
    void Add(Difference difference);

    /// <returns>How many differences there were.</returns>
    int End(long cases);
}
