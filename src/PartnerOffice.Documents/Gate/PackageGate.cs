using System.Runtime.InteropServices;

namespace PartnerOffice.Documents.Gate;

/// <summary>Judges every file from outside before any parser builds a tree (redaction.md 3.2, the row "refused" of D15).</summary>
/// <remarks>
/// Nothing is kept but the file itself: parts are unpacked, counted and read as streams, and unpacked again by whoever needs them.
/// So the memory of a hostile file is the file plus the buffers of one part.
/// </remarks>
public static class PackageGate
{
    private const string PackageRelationships = "_rels/.rels";

    /// <summary>Judges a file in memory, which must not change afterwards.</summary>
    /// <exception cref="GateRefusal">The file is not let in.</exception>
    public static GatedPackage Inspect(ReadOnlyMemory<byte> file, PackageKind kind) => Judge(file, kind, CancellationToken.None);

    /// <summary>Reads a stream to its end, but never further than <see cref="GateLimits.FileBytes"/>, and judges it.</summary>
    /// <exception cref="GateRefusal">The file is not let in.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public static GatedPackage Inspect(Stream stream, PackageKind kind)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            Append(copy, buffer.AsSpan(0, read));
        }

        return Judge(Content(copy), kind, CancellationToken.None);
    }

    /// <summary>Reads a stream to its end, but never further than <see cref="GateLimits.FileBytes"/>, and judges it.</summary>
    /// <exception cref="GateRefusal">The file is not let in.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<GatedPackage> InspectAsync(Stream stream, PackageKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            Append(copy, buffer.AsSpan(0, read));
        }

        return Judge(Content(copy), kind, cancellationToken);
    }

    private static GatedPackage Judge(ReadOnlyMemory<byte> file, PackageKind kind, CancellationToken cancellationToken)
    {
        FileSignature.RequireZip(file.Span);
        var bytes = MemoryMarshal.TryGetArray(file, out var segment) ? segment : new ArraySegment<byte>(file.ToArray());
        return new Inspection(bytes, kind, cancellationToken).Run();
    }

    private static void Append(MemoryStream copy, ReadOnlySpan<byte> bytes)
    {
        if (copy.Length + bytes.Length > GateLimits.FileBytes)
        {
            throw new GateRefusal(GateCode.TooLarge);
        }

        copy.Write(bytes);
    }

    private static ReadOnlyMemory<byte> Content(MemoryStream copy) => copy.GetBuffer().AsMemory(0, (int)copy.Length);

    /// <summary>One run over one file, in the order in which a lie would hurt.</summary>
    private sealed class Inspection(ArraySegment<byte> file, PackageKind kind, CancellationToken cancellationToken)
    {
        private readonly UnpackBudget budget = new(GateLimits.UnpackedBytes(kind), cancellationToken);
        private readonly XmlAllowance allowance = new(kind);
        private readonly ContentTypes types = new();
        private readonly Dictionary<string, ZipEntryAt> entries = [];
        private readonly List<InventoryEntry> seen = [];

        public GatedPackage Run()
        {
            ReadNames();
            ReadXml(entries.GetValueOrDefault(EntryName.Key(ContentTypes.PartName)) ?? throw NoPackage(), types.Add);

            var relationships = ReadRelationships();
            var chartData = relationships
                .Where(relationship => ForbiddenContent.IsChartData(relationship, TypeOfSource(relationship)))
                .Select(relationship => relationship.Part)
                .OfType<string>()
                .ToHashSet();
            foreach (var relationship in relationships)
            {
                ForbiddenContent.RefuseRelationship(relationship, TypeOfSource(relationship));
            }

            var main = MainPart.Find(kind, relationships, types, entries.Values.Select(entry => entry.Name).Where(name => name != ContentTypes.PartName));
            var parts = entries.ToDictionary(
                entry => entry.Key,
                entry => new GatedPart(file, entry.Value, types.Of(entry.Value.Name), kind));
            foreach (var part in parts.Values)
            {
                ForbiddenContent.RefuseType(part.Name, part.ContentType, chartData.Contains(part.Name));
            }

            foreach (var part in parts.Values.Where(part => part.Name != ContentTypes.PartName && !RelationshipParts.IsOne(part.Name, out _)))
            {
                Judge(part, chartData.Contains(part.Name));
            }

            return new(kind, file, parts[EntryName.Key(main)], parts, relationships, PackageInventory.Of(parts.Values, relationships, seen));
        }

        private void ReadNames()
        {
            var folders = new HashSet<string>();
            foreach (var entry in ZipDirectory.Read(file))
            {
                EntryName.Require(entry.Name);
                var isFolder = entry.Name.EndsWith('/');
                var key = EntryName.Key(isFolder ? entry.Name[..^1] : entry.Name);
                if (isFolder && entry.UnpackedBytes > 0)
                {
                    throw new GateRefusal(GateCode.BadName, entry.Name);
                }

                if (isFolder ? !folders.Add(key) : !entries.TryAdd(key, entry))
                {
                    throw new GateRefusal(GateCode.Ambiguous, entry.Name);
                }
            }

            // A part that is also the folder of another: on a disk one of them would be lost.
            foreach (var (key, entry) in entries)
            {
                for (var slash = key.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = key.IndexOf('/', slash + 1))
                {
                    folders.Add(key[..slash]);
                }
            }

            if (entries.FirstOrDefault(entry => folders.Contains(entry.Key)) is { Value: { } both })
            {
                throw new GateRefusal(GateCode.Ambiguous, both.Name);
            }
        }

        private GateRefusal NoPackage() => new(GateCode.NotAPackage, found: entries.ContainsKey("mimetype") ? "odt" : null);

        private IReadOnlyList<PackageRelationship> ReadRelationships()
        {
            var relationships = new RelationshipParts(key => entries.GetValueOrDefault(key)?.Name);
            if (!entries.ContainsKey(PackageRelationships))
            {
                throw new GateRefusal(GateCode.MainPartMissing);
            }

            foreach (var entry in entries.Values)
            {
                if (RelationshipParts.IsOne(entry.Name, out var source))
                {
                    ReadXml(entry, element => relationships.Add(element, entry.Name, source));
                }
            }

            return relationships.All;
        }

        private void Judge(GatedPart part, bool isChartData)
        {
            if (isChartData || !part.IsXml)
            {
                using var unpacking = new CountedUnpacking(file, part.Entry, budget);
                ForbiddenContent.RefuseBytes(unpacking.Peek(1024), part.Name, isChartData);
                unpacking.Drain();
                if (isChartData)
                {
                    part.IsXml = false;
                    part.IsSealed = true;
                    seen.Add(new(InventoryKind.ChartData, part.Name, null));
                }

                return;
            }

            var hasDde = false;
            try
            {
                ReadXml(part.Entry, element =>
                {
                    ForbiddenContent.RefuseElement(element, part.Name);
                    hasDde |= element.LocalName == "ddeLink";
                });
            }
            catch (GateRefusal refusal) when (refusal.Code == GateCode.BrokenXml && part.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase))
            {
                // Excel itself writes such drawings ("<br>" in the text of a button). The limits held up to the break; nobody reads it.
                part.IsXml = false;
                part.IsSealed = true;
                seen.Add(new(InventoryKind.BrokenDrawing, part.Name, null));
                using var whole = new CountedUnpacking(file, part.Entry, budget);
                whole.Drain();
            }

            if (hasDde)
            {
                seen.Add(new(InventoryKind.Dde, part.Name, null));
            }
        }

        private void ReadXml(ZipEntryAt entry, Action<System.Xml.XmlReader> onElement)
        {
            using var unpacking = new CountedUnpacking(file, entry, budget);
            GuardedXml.Read(unpacking, entry.Name, GateLimits.XmlCharacters(kind), allowance, onElement);
        }

        private string? TypeOfSource(PackageRelationship relationship) =>
            relationship.Source is { } source ? types.Of(source) : null;
    }
}
