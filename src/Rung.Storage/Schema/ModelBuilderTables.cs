using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class ModelBuilderTables
{
    public static TableBuilder Table(this ModelBuilder model, string name)
    {
        var entity = model.SharedTypeEntity<Dictionary<string, object>>(name);
        entity.ToTable(name);
        return new TableBuilder(entity);
    }
}
