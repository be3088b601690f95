using System.Globalization;
using CsCheck;
using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>
/// 2,000 stories of a table that people and we edit by turns: they insert, sort, filter, delete, rename, add and move columns and type
/// into our cells. Their state is read before and after each of our writes by code that is not ours.
/// </summary>
public sealed class PeopleBetweenOurWritesTests
{
    private static readonly string[] s_ours = [TrackerTables.Action, TrackerTables.Owner, TrackerTables.Due, TrackerTables.Resolution];
    private static readonly string[] s_words = ["", "Kuchen mitbringen", "=1+1", "07/2026", "ja", "Größe & Maß", "offen"];
    private static readonly ReadOnlyMemory<byte> s_empty = PeoplesTable.Workbook();

    private static readonly Gen<(int What, int A, int B, int C)> s_edit = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000]);
    private static readonly Gen<(int Key, int Columns, int Word)[]> s_write = Gen.Select(Gen.Int[1, 8], Gen.Int[1, 15], Gen.Int[0, 1000]).Array[1, 4];
    private static readonly Gen<((int What, int A, int B, int C)[] Edits, (int Key, int Columns, int Word)[] Write)[]> s_story =
        Gen.Select(s_edit.Array[0, 3], s_write).Array[2, 5];

    [Fact]
    public void The_fixture_is_a_valid_workbook() => AssertValid(s_empty);

    [Fact]
    public void Every_key_stands_once_nothing_of_theirs_is_changed_and_nothing_of_ours_is_lost() =>
        s_story.Sample(story => new Story().Run(story), iter: 2_000, print: story => string.Join("; ", story.Select(turn => $"[{string.Join(' ', turn.Edits)}] write {string.Join(' ', turn.Write)}")));

    private sealed class Story
    {
        private readonly LastWritten _memory = new(new byte[LastWritten.KeyBytes]);

        // What we last wrote, by key and column: kept here in plain words, independently of the memory under test.
        private readonly Dictionary<(string Key, string Column), string?> _wrote = [];
        private readonly HashSet<string> _keys = [];
        private ReadOnlyMemory<byte> _workbook = s_empty;

        public void Run(((int What, int A, int B, int C)[] Edits, (int Key, int Columns, int Word)[] Write)[] story)
        {
            foreach (var (edits, write) in story)
            {
                foreach (var edit in edits)
                    Edit(edit);
                Write(write);
            }
        }

        private void Edit((int What, int A, int B, int C) edit)
        {
            var table = PeoplesTable.Read(_workbook);
            var (rows, columns) = (table.Rows, table.Columns);
            var row = rows.Count == 0 ? 0 : edit.A % rows.Count;
            var column = edit.B % columns.Count;
            var word = s_words[edit.C % s_words.Length] is { Length: > 0 } text ? $"t{text}" : null;
            switch (edit.What)
            {
                case 0:
                    rows.Insert(edit.A % (rows.Count + 1), new(new string?[columns.Count], false));
                    break;
                case 1:
                    // Somebody adds a row and says something in it, but gives it no key.
                    var added = new string?[columns.Count];
                    added[columns.IndexOf(TrackerTables.Remark) is >= 0 and var remark ? remark : columns.Count - 1] = "tvon uns";
                    rows.Insert(edit.A % (rows.Count + 1), new(added, false));
                    break;
                case 2:
                    var sorted = rows.OrderBy(candidate => candidate.IsBlank).ThenBy(candidate => candidate.Cells[column], StringComparer.Ordinal).ToList();
                    rows.Clear();
                    rows.AddRange(sorted);
                    break;
                case 3:
                    for (var i = 0; i < rows.Count; i++)
                        rows[i] = rows[i] with { IsHidden = ((edit.C >> (i % 8)) & 1) == 1 };
                    break;
                case 4 when rows.Count > 1:
                    rows.RemoveAt(row);
                    break;
                case 5:
                    // A column of theirs is renamed, now and then one of ours.
                    if (edit.C % 5 == 0 || columns[column].StartsWith("Eigen", StringComparison.Ordinal))
                        columns[column] = $"{columns[column]} {edit.C}";
                    break;
                case 6 when columns.Count < 14:
                    columns.Insert(column + 1, $"Eigen{edit.C}-{columns.Count}");
                    for (var i = 0; i < rows.Count; i++)
                        rows[i] = rows[i] with { Cells = [.. rows[i].Cells[..(column + 1)], i % 2 == 0 ? "tnotiert" : null, .. rows[i].Cells[(column + 1)..]] };
                    break;
                case 7:
                    var other = edit.C % columns.Count;
                    (columns[column], columns[other]) = (columns[other], columns[column]);
                    foreach (var cells in rows.Select(candidate => candidate.Cells))
                        (cells[column], cells[other]) = (cells[other], cells[column]);
                    break;
                case 8:
                    // Typed into whatever cell, a key now and then; a key twice would be refused, and has a test of its own.
                    if (columns[column] != TrackerTables.Key)
                        rows[row].Cells[column] = columns[column] == TrackerTables.Due ? $"n{46_000 + edit.C}" : word;
                    break;
                case 9 when columns.IndexOf(TrackerTables.Key) is >= 0 and var key:
                    rows[row].Cells[key] = rows.Exists(candidate => candidate.Cells[key] == $"tmein-{edit.C}") ? rows[row].Cells[key] : $"tmein-{edit.C}";
                    break;
                case 10:
                    // Whoever renamed one of our columns names it as it was.
                    for (var i = 0; i < columns.Count; i++)
                        if (TrackerTables.Find(PeoplesTable.Name)!.Columns.FirstOrDefault(name => columns[i].StartsWith(name + " ", StringComparison.Ordinal)) is { } before && !columns.Contains(before))
                            columns[i] = before;
                    break;
                default:
                    var standing = columns.IndexOf(TrackerTables.Standing);
                    if (standing >= 0)
                        rows[row].Cells[standing] = word;
                    break;
            }

            _workbook = table.Save(_workbook);
        }

        private void Write((int Key, int Columns, int Word)[] write)
        {
            var wanted = new Dictionary<string, Dictionary<string, string?>>();
            var changes = write.Select(one =>
            {
                var cells = new List<(string, object?)> { (TrackerTables.Key, $"a{one.Key}") };
                var said = wanted.TryGetValue($"a{one.Key}", out var known) ? known : wanted[$"a{one.Key}"] = [];
                for (var i = 0; i < s_ours.Length; i++)
                    if (((one.Columns >> i) & 1) == 1)
                    {
                        var value = s_ours[i] == TrackerTables.Due ? new DateOnly(2026, 1, 1).AddDays(one.Word % 365) : (object)s_words[(one.Word + i) % s_words.Length];
                        cells.Add((s_ours[i], value));
                        said[s_ours[i]] = value is DateOnly day ? $"n{(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)}" : value is "" ? null : $"t{value}";
                    }

                return Sheets.Row([.. cells]);
            }).ToArray();
            var before = PeoplesTable.Read(_workbook);
            TrackerUpdate update;
            try
            {
                update = TrackerWorkbook.Apply(_workbook, [Change(PeoplesTable.Name, changes)], _memory);
            }
            catch (TrackerRefusedException refused)
            {
                // Only where somebody renamed a column that we need; nothing was changed.
                Assert.Contains(refused.Code, (string[])["key-missing", "column-missing"]);
                Assert.Contains(wanted.Values.SelectMany(cells => cells.Keys).Append(TrackerTables.Key), name => !before.Columns.Contains(name));
                return;
            }

            _workbook = update.Bytes;
            _memory.Add(update.Written);
            Check(before, PeoplesTable.Read(_workbook), wanted, update);
        }

        private void Check(PeoplesTable before, PeoplesTable after, Dictionary<string, Dictionary<string, string?>> wanted, TrackerUpdate update)
        {
            var key = after.ColumnOfName(TrackerTables.Key);
            var keys = after.Rows.Select(row => row.Cells[key]).OfType<string>().ToList();
            Assert.Equal(keys.Distinct().Count(), keys.Count);
            Assert.Equal(before.Columns, after.Columns);
            Assert.True(after.Rows.Count >= before.Rows.Count);

            for (var row = 0; row < before.Rows.Count; row++)
            {
                var (was, now) = (before.Rows[row], after.Rows[row]);
                Assert.Equal(was.IsHidden, now.IsHidden);
                var id = was.Cells[key]?[1..];
                for (var column = 0; column < before.Columns.Count; column++)
                {
                    if (was.Cells[column] == now.Cells[column])
                        continue;

                    var name = before.Columns[column];
                    if (id is null)
                    {
                        // A blank row that we filled, or a key for a row of theirs: never a word of theirs in its place.
                        Assert.Null(was.Cells[column]);
                        Assert.True(was.IsBlank || column == key);
                    }
                    else
                    {
                        Assert.True(wanted.TryGetValue(id, out var said) && said.TryGetValue(name, out var value) && now.Cells[column] == value, $"{id} {name}");
                        // Ours to change: it says what we last wrote, or we never wrote into this row and were asked to.
                        Assert.True(!_keys.Contains(id) || was.Cells[column] == _wrote.GetValueOrDefault((id, name)), $"{id} {name} was people's");
                    }
                }
            }

            foreach (var (id, said) in wanted)
            {
                var row = after.Rows.Find(candidate => candidate.Cells[key] == $"t{id}");
                if (row is null)
                {
                    Assert.Contains(_keys, known => known == id);
                    Assert.Contains(update.Gone, gone => gone.Key == id);
                    continue;
                }

                foreach (var (name, value) in said)
                {
                    if (row.Cells[after.ColumnOfName(name)] == value)
                        _wrote[(id, name)] = value;
                    else
                        Assert.Contains(update.Deviations, deviation => deviation.Row.Key == id && deviation.Column == name);
                }

                _keys.Add(id);
            }

            // Rows of theirs that say something all have a key now.
            Assert.DoesNotContain(after.Rows, row => row.Cells[key] is null && !row.IsBlank);
            if (keys.Count % 7 == 0 && update.Keyed.Count > 0)
                AssertValid(update.Bytes);
        }
    }
}
