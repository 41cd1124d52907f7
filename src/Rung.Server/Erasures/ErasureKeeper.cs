using Rung.Server.Desk;
using Rung.Storage;
using Rung.Storage.Erasures;

namespace Rung.Server.Erasures;

/// <summary>Keeps that something was erased, in the database and then on the list beside it, and tells open pages.</summary>
internal sealed class ErasureKeeper(RungDatabase database, ErasureList list, DeskLive live)
{
    /// <param name="note">Null: it is a part of the erasure of somebody.</param>
    public async Task<ErasureResult> Case(CaseErasure erasure, ErasureNote? note, LiveChange change)
    {
        var result = await database.Erasures.Case(erasure, note);
        if (result is ErasureResult.Done)
        {
            live.Changed(change);
            list.Add(note is null ? [] : [note.Thing]);
        }
        return result;
    }

    public async Task<ErasureResult> Person(PersonErasure erasure, ErasureNote note)
    {
        var result = await database.Erasures.Person(erasure, note);
        if (result is ErasureResult.Done)
        {
            list.Add(note.Thing);
        }
        return result;
    }
}
