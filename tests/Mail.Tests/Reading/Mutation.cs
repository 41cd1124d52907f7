namespace Rung.Mail.Tests.Reading;

/// <summary>Makes broken messages of whole ones. The same number gives the same message, on every machine.</summary>
internal sealed class Mutation(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> pieces)
{
    private const int MostChanges = 6;
    private const int Longest = 20_000;

    public byte[] Number(long number)
    {
        var random = new Random(unchecked((int)(number * 2_654_435_761)));
        var message = seeds[random.Next(seeds.Count)].ToList();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            Change(message, random);
        }
        return [.. message.Take(Longest)];
    }

    private void Change(List<byte> message, Random random)
    {
        var at = random.Next(message.Count + 1);
        var length = Math.Min(message.Count - at, 1 << random.Next(9));
        switch (random.Next(7))
        {
            case 0:
                message.InsertRange(at, pieces[random.Next(pieces.Count)]);
                break;
            case 1:
                message.RemoveRange(at, length);
                break;
            case 2:
                message.InsertRange(random.Next(message.Count + 1), message.GetRange(at, length));
                break;
            case 3:
                message.RemoveRange(at, message.Count - at);
                message.AddRange(Tail(random));
                break;
            case 4:
                message.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), length));
                break;
            default:
                if (at < message.Count)
                {
                    message[at] = (byte)random.Next(256);
                }
                break;
        }
    }

    private IEnumerable<byte> Tail(Random random)
    {
        var other = seeds[random.Next(seeds.Count)];
        return other.Skip(random.Next(other.Length + 1));
    }
}
