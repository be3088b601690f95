using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Sandbox;

/// <summary>The workbook API: sessions, tables, rows, ranges.</summary>
internal static class WorkbookRoutes
{
    private const string Book = "/drives/{drive-id}/items/{driveItem-id}/workbook";
    private const string OneTable = Book + "/tables/{workbookTable-id}";
    private const string OneSheet = Book + "/worksheets/{workbookWorksheet-id}";
    private const string OneColumn = OneTable + "/columns/{workbookTableColumn-id}";

    private static readonly string[] One = ["$select", "$expand"];
    private static readonly string[] Many = ["$select", "$expand", "$top", "$skip", "$filter", "$orderby"];

    public static IEnumerable<Route> All()
    {
        foreach (var address in new[] { Book, "/drives/{drive-id}/root:/{item-path}:/workbook", "/drives/{drive-id}/items/{driveItem-id}:/{item-path}:/workbook" })
        {
            yield return new("POST", address + "/createSession", 1, [], CreateSession);
            yield return new("GET", address + "/tables", 1, Many, ListTables);
            yield return new("GET", address + "/worksheets", 1, Many, ListSheets);
        }

        yield return new("POST", Book + "/refreshSession", 1, [], call => EndOf(call, close: false));
        yield return new("POST", Book + "/closeSession", 1, [], call => EndOf(call, close: true));
        yield return new("GET", Book + "/operations/{workbookOperation-id}", 1, [], GetOperation);
        yield return new("GET", Book + "/sessionInfoResource(key='{key}')", 1, [], OperationResult);
        yield return new("GET", Book + "/tableRowOperationResult(key='{key}')", 1, [], OperationResult);

        yield return new("GET", OneTable, 1, One, call => OnTable(call, (book, sheet, table) => WorkbookJson.Table(table)));
        yield return new("GET", OneTable + "/columns", 1, Many, call => OnTable(call, (book, sheet, table) =>
            Collection(call, Enumerable.Range(0, XlsxBook.AreaOf(table).Columns).Select(index => WorkbookJson.TableColumn(book, sheet, table, index)))));
        yield return new("GET", OneColumn, 1, One, call => OnTable(call, (book, sheet, table) => WorkbookJson.TableColumn(book, sheet, table, ColumnIndex(call, table))));
        yield return new("GET", OneTable + "/rows", 1, Many, call => OnTable(call, (book, sheet, table) =>
            Collection(call, Enumerable.Range(0, RowCount(table)).Select(index => WorkbookJson.TableRow(book, sheet, table, index)))));
        yield return new("GET", OneTable + "/rows/count()", 1, [], call => OnTable(call, (book, sheet, table) => new JsonObject { ["value"] = RowCount(table) }));
        // The page on rows/add says 200, the metadata and its own siblings say 201. A client takes any 2xx.
        yield return new("POST", OneTable + "/rows", 1, [], AddRows);
        yield return new("POST", OneTable + "/rows/add", 1, [], AddRows);
        foreach (var row in new[] { OneTable + "/rows/itemAt(index={index})", OneTable + "/rows/{workbookTableRow-id}" })
        {
            yield return new("GET", row, 1, One, call => OnTable(call, (book, sheet, table) => WorkbookJson.TableRow(book, sheet, table, RowIndex(call, table))));
            yield return new("PATCH", row, 1, [], UpdateRow);
            yield return new("DELETE", row, 1, [], DeleteRow);
            foreach (var route in Range(row + "/range()", (call, table) => Row(table, RowIndex(call, table))))
            {
                yield return route;
            }
        }

        foreach (var route in Range(OneTable + "/dataBodyRange()", (_, table) => XlsxBook.BodyOf(table))
            .Concat(Range(OneTable + "/range()", (_, table) => XlsxBook.AreaOf(table)))
            .Concat(Range(OneColumn + "/dataBodyRange()", (call, table) => Narrow(XlsxBook.BodyOf(table), ColumnIndex(call, table)))))
        {
            yield return route;
        }

        yield return new("GET", OneTable + "/headerRowRange()", 1, One, call => OnTable(call, (book, sheet, table) =>
            WorkbookJson.Range(book, sheet, XlsxBook.AreaOf(table) with { Bottom = XlsxBook.AreaOf(table).Top }, Culture(call))));
        yield return new("GET", OneColumn + "/range()", 1, One, call => OnTable(call, (book, sheet, table) =>
            WorkbookJson.Range(book, sheet, Narrow(XlsxBook.AreaOf(table), ColumnIndex(call, table)), Culture(call))));

        yield return new("GET", OneSheet, 1, One, call => OnSheet(call, (book, sheet) => WorkbookJson.Worksheet(sheet, book.Sheets.ToList().IndexOf(sheet))));
        yield return new("GET", OneSheet + "/tables", 1, Many, call => OnSheet(call, (book, sheet) =>
            Collection(call, book.Tables.Where(found => found.Sheet == sheet).Select(found => WorkbookJson.Table(found.Table)))));
        yield return new("GET", OneSheet + "/usedRange()", 1, One, call => OnSheet(call, (book, sheet) => WorkbookJson.Range(book, sheet, book.UsedArea(sheet), Culture(call))));
        yield return new("GET", OneSheet + "/usedRange(valuesOnly={valuesOnly})", 1, One, call => OnSheet(call, (book, sheet) => WorkbookJson.Range(book, sheet, book.UsedArea(sheet), Culture(call))));
        yield return new("GET", OneSheet + "/cell(row={row},column={column})", 1, One, call => OnSheet(call, (book, sheet) =>
        {
            var (row, column) = (Number(call.Value("row")), Number(call.Value("column")));
            return WorkbookJson.Range(book, sheet, new CellArea(row + 1, column + 1, row + 1, column + 1), Culture(call));
        }));
        yield return new("GET", OneSheet + "/range(address='{address}')", 1, One, call => OnSheet(call, (book, sheet) => WorkbookJson.Range(book, sheet, AreaIn(call), Culture(call))));
        yield return new("PATCH", OneSheet + "/range(address='{address}')", 1, [], call => Change(call, (book, now) =>
        {
            var sheet = TheSheet(call, book);
            Fill(call, book, sheet, AreaIn(call), call.ReadObject(), now);
            return GraphAnswer.Ok(WorkbookJson.Range(book, sheet, AreaIn(call), Culture(call)));
        }));
    }

    private static IEnumerable<Route> Range(string address, Func<GraphCall, Table, CellArea> area)
    {
        yield return new("GET", address, 1, One, call => OnTable(call, (book, sheet, table) => WorkbookJson.Range(book, sheet, area(call, table), Culture(call))));
        yield return new("PATCH", address, 1, [], call => Change(call, (book, now) =>
        {
            var (sheet, table) = TheTable(call, book);
            Fill(call, book, sheet, area(call, table), call.ReadObject(), now);
            return GraphAnswer.Ok(WorkbookJson.Range(book, sheet, area(call, table), Culture(call)));
        }));
    }

    private static GraphAnswer CreateSession(GraphCall call)
    {
        var (drive, item) = TheFile(call, isChange: true);
        var body = call.ReadObject();
        RequireOnly(body, "persistChanges");
        var persists = body["persistChanges"] is { } given && given.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? given.GetValue<bool>()
            : throw BadRequest("persistChanges is missing.");
        if (persists)
        {
            RequireNoConflict(drive, item);
        }

        var bytes = File.ReadAllBytes(drive.DiskPath(item));
        using (new XlsxBook(bytes))
        {
        }

        var session = drive.World.WorkbookSessions.Open(item.Id, persists);
        session.OwnCopy = persists ? null : bytes;
        var answer = GraphAnswer.Created(new JsonObject { ["id"] = session.Id, ["persistChanges"] = persists });
        return Late(call, drive, item, answer, "sessionInfoResource");
    }

    /// <summary>Where the client allows it and the sandbox is set so, the answer is a promise.</summary>
    private static GraphAnswer Late(GraphCall call, Drive drive, ItemState item, GraphAnswer answer, string result)
    {
        if (!call.Prefers("respond-async") || !drive.World.Settings.WorkbookAnswersLate)
        {
            return answer;
        }

        var root = $"v1.0/drives/{Uri.EscapeDataString(drive.Library.DriveId)}/items/{item.Id}/workbook/";
        var operation = drive.World.WorkbookSessions.Promise(answer, root + result);
        return GraphAnswer.Accepted(new JsonObject()).With("Location", new Uri(call.BaseUri, $"{root}operations/{operation.Id}").AbsoluteUri);
    }

    private static GraphAnswer GetOperation(GraphCall call)
    {
        var (drive, _) = TheFile(call, isChange: false);
        var operation = drive.World.WorkbookSessions.FindOperation(call.Value("workbookOperation-id")) ?? throw NotFound();
        var json = new JsonObject { ["id"] = operation.Id, ["status"] = operation.WasLookedAt ? "succeeded" : "running" };
        if (operation.WasLookedAt)
        {
            json["resourceLocation"] = new Uri(call.BaseUri, $"{operation.ResultPath}(key='{operation.Id}')").AbsoluteUri;
        }

        operation.WasLookedAt = true;
        return GraphAnswer.Ok(json);
    }

    private static GraphAnswer OperationResult(GraphCall call)
    {
        var (drive, _) = TheFile(call, isChange: false);
        var operation = drive.World.WorkbookSessions.FindOperation(call.Value("key")) ?? throw NotFound();
        return GraphAnswer.Ok(operation.Answer.Json!.DeepClone());
    }

    private static GraphAnswer EndOf(GraphCall call, bool close)
    {
        var (drive, item) = TheFile(call, isChange: false);
        var session = SessionOf(call, drive, item) ?? throw BadRequest("The header workbook-session-id is missing.");
        if (close)
        {
            drive.World.WorkbookSessions.Close(session);
        }

        return GraphAnswer.NoContent();
    }

    private static GraphAnswer ListTables(GraphCall call) => Look(call, book => Collection(call, book.Tables.Select(found => WorkbookJson.Table(found.Table))));

    private static GraphAnswer ListSheets(GraphCall call) => Look(call, book => Collection(call, book.Sheets.Select(WorkbookJson.Worksheet)));

    private static GraphAnswer AddRows(GraphCall call) => Change(call, (book, now) =>
    {
        var (sheet, table) = TheTable(call, book);
        var body = call.ReadObject();
        RequireOnly(body, "index", "values");
        var rows = Rows(body["values"], XlsxBook.AreaOf(table).Columns);
        var index = body["index"] switch
        {
            null => RowCount(table),
            JsonValue number when number.GetValueKind() == JsonValueKind.Number && number.GetValue<int>() is var given && given >= 0 && given <= RowCount(table) => given,
            _ => throw InvalidArgument(),
        };
        var wasEmpty = table.InsertRow?.Value == true;
        var at = book.InsertRows(sheet, table, index, rows.Count);
        Fill(call, book, sheet, new CellArea(at, XlsxBook.AreaOf(table).Left, at + rows.Count - 1, XlsxBook.AreaOf(table).Right), rows, now);
        return GraphAnswer.Created(WorkbookJson.TableRow(book, sheet, table, wasEmpty ? 0 : index, rows.Count));
    }, "tableRowOperationResult");

    private static GraphAnswer UpdateRow(GraphCall call) => Change(call, (book, now) =>
    {
        var (sheet, table) = TheTable(call, book);
        var index = RowIndex(call, table);
        var body = call.ReadObject();
        RequireOnly(body, "index", "values");
        Fill(call, book, sheet, Row(table, index), Rows(body["values"], XlsxBook.AreaOf(table).Columns), now);
        return GraphAnswer.Ok(WorkbookJson.TableRow(book, sheet, table, index));
    });

    private static GraphAnswer DeleteRow(GraphCall call) => Change(call, (book, _) =>
    {
        var (sheet, table) = TheTable(call, book);
        book.DeleteRow(sheet, table, RowIndex(call, table));
        return GraphAnswer.NoContent();
    });

    /// <summary>Formats first: a cell that is formatted as text keeps what is written as it is written.</summary>
    private static void Fill(GraphCall call, XlsxBook book, Sheet sheet, CellArea area, JsonObject body, DateTimeOffset now)
    {
        RequireOnly(body, "values", "formulas", "numberFormat");
        if (body["numberFormat"] is { } formats)
        {
            var grid = Spread(formats, area);
            ForEach(area, (row, column) =>
            {
                if (grid[row - area.Top][column - area.Left]?.ToString() is { } code)
                {
                    book.SetFormat(sheet, row, column, code);
                }
            });
        }

        foreach (var written in new[] { body["values"], body["formulas"] }.Where(written => written is not null))
        {
            Fill(call, book, sheet, area, Spread(written!, area), now);
        }
    }

    private static void Fill(GraphCall call, XlsxBook book, Sheet sheet, CellArea area, IReadOnlyList<JsonArray> rows, DateTimeOffset now)
    {
        if (rows.Count != area.Rows)
        {
            throw InvalidArgument();
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        ForEach(area, (row, column) =>
        {
            // A null leaves the cell as it is.
            if (rows[row - area.Top][column - area.Left] is not { } value)
            {
                return;
            }

            switch (value.GetValueKind())
            {
                case JsonValueKind.String:
                    book.Type(sheet, row, column, value.GetValue<string>(), Culture(call), today);
                    break;
                case JsonValueKind.Number:
                    book.SetValue(sheet, row, column, double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    book.SetValue(sheet, row, column, value.GetValue<bool>());
                    break;
                default:
                    throw InvalidArgument();
            }
        });
    }

    private static void ForEach(CellArea area, Action<int, int> cell)
    {
        for (var row = area.Top; row <= area.Bottom; row++)
        {
            for (var column = area.Left; column <= area.Right; column++)
            {
                cell(row, column);
            }
        }
    }

    private static List<JsonArray> Rows(JsonNode? values, int columns)
    {
        var rows = (values as JsonArray)?.Select(row => row as JsonArray).ToList();
        return rows is { Count: > 0 } && rows.All(row => row?.Count == columns) ? [.. rows.Select(row => row!)] : throw InvalidArgument();
    }

    /// <summary>One value for all cells, or one for each.</summary>
    private static List<JsonArray> Spread(JsonNode values, CellArea area)
    {
        if (values is JsonValue one)
        {
            return [.. Enumerable.Range(0, area.Rows).Select(_ => new JsonArray([.. Enumerable.Range(0, area.Columns).Select(_ => one.DeepClone())]))];
        }

        var rows = Rows(values, area.Columns);
        return rows.Count == area.Rows ? rows : throw InvalidArgument();
    }

    private static GraphAnswer OnTable(GraphCall call, Func<XlsxBook, Sheet, Table, JsonObject> look) => Look(call, book =>
    {
        var (sheet, table) = TheTable(call, book);
        return look(book, sheet, table);
    });

    private static GraphAnswer OnSheet(GraphCall call, Func<XlsxBook, Sheet, JsonObject> look) => Look(call, book => look(book, TheSheet(call, book)));

    private static GraphAnswer Look(GraphCall call, Func<XlsxBook, JsonObject> look)
    {
        var (drive, item) = TheFile(call, isChange: false);
        var session = SessionOf(call, drive, item);
        using var book = new XlsxBook(session?.OwnCopy ?? File.ReadAllBytes(drive.DiskPath(item)));
        var json = look(book);
        if (call.Query.Select is { Count: > 0 } selected && !json.ContainsKey("value"))
        {
            foreach (var unknown in selected.Where(name => !json.ContainsKey(name)))
            {
                throw BadRequest($"Could not find a property named '{unknown}'.");
            }

            foreach (var name in json.Select(property => property.Key).Where(name => !selected.Contains(name)).ToArray())
            {
                json.Remove(name);
            }
        }

        return GraphAnswer.Ok(json);
    }

    private static GraphAnswer Change(GraphCall call, Func<XlsxBook, DateTimeOffset, GraphAnswer> change, string? lateResult = null)
    {
        var (drive, item) = TheFile(call, isChange: true);
        var session = SessionOf(call, drive, item);
        if (session is not { Persists: false })
        {
            RequireNoConflict(drive, item);
        }

        using var book = new XlsxBook(session?.OwnCopy ?? File.ReadAllBytes(drive.DiskPath(item)));
        var answer = change(book, drive.World.Now);
        var bytes = book.Save();
        if (session is { Persists: false })
        {
            session.OwnCopy = bytes;
        }
        else
        {
            var saving = drive.World.Begin();
            FileStore.SaveOpen(saving, drive, item, bytes, call.Caller.Actor, isNewVersion: session is not { HasWritten: true });
            saving.Complete();
            if (session is not null)
            {
                session.HasWritten = true;
            }
        }

        return lateResult is null ? answer : Late(call, drive, item, answer, lateResult);
    }

    private static (Drive Drive, ItemState Item) TheFile(GraphCall call, bool isChange)
    {
        var drive = DriveLookup.Drive(call);
        if (call.Caller.IsAppOnly && !drive.World.Settings.WorkbookForApps)
        {
            throw new GraphRefusal(403, "accessDenied", "Could not obtain a WAC access token.", "forbiddenUncategorized");
        }

        if (isChange)
        {
            Permissions.RequireWriteFiles(call, drive);
        }
        else
        {
            Permissions.RequireReadFiles(call, drive);
        }

        var item = DriveLookup.Item(call, drive);
        return !item.IsFolder && item.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? (drive, item)
            : throw new GraphRefusal(400, "badRequest", "The file is not a workbook.", "unsupportedWorkbook");
    }

    /// <summary>Excel for the web writes along with others there; a lock of desktop Excel or a check-out keeps it out.</summary>
    private static void RequireNoConflict(Drive drive, ItemState item)
    {
        if (item.OpenedExclusively || item.CheckedOutBy is not null || PeopleAtTheFiles.IsOpenOnThisMachine(drive, item))
        {
            throw new GraphRefusal(409, "conflict", "The request failed due to conflicts with other clients that are accessing the workbook.", "accessConflict");
        }
    }

    private static WorkbookSessions.Session? SessionOf(GraphCall call, Drive drive, ItemState item) =>
        call.Headers["workbook-session-id"] is [{ Length: > 0 } id] ? drive.World.WorkbookSessions.Find(id, item.Id) : null;

    private static (Sheet Sheet, Table Table) TheTable(GraphCall call, XlsxBook book) => book.FindTable(call.Value("workbookTable-id")) ?? throw NotFound();

    private static Sheet TheSheet(GraphCall call, XlsxBook book) => book.FindSheet(call.Value("workbookWorksheet-id")) ?? throw NotFound();

    private static CellArea AreaIn(GraphCall call)
    {
        var address = call.Value("address");
        return CellArea.TryParse(address[(address.LastIndexOf('!') + 1)..]) ?? throw InvalidArgument();
    }

    private static int RowCount(Table table) => table.InsertRow?.Value == true ? 0 : XlsxBook.BodyOf(table).Rows;

    private static int RowIndex(GraphCall call, Table table)
    {
        var index = Number(call.Values.TryGetValue("index", out var given) ? given : call.Value("workbookTableRow-id"));
        return index < RowCount(table) ? index : throw InvalidArgument();
    }

    private static int ColumnIndex(GraphCall call, Table table)
    {
        var wanted = call.Value("workbookTableColumn-id");
        var index = table.TableColumns!.Elements<TableColumn>().ToList().FindIndex(column =>
            string.Equals(column.Name!.Value, wanted, StringComparison.OrdinalIgnoreCase) || column.Id!.Value.ToString(CultureInfo.InvariantCulture) == wanted);
        return index >= 0 ? index : throw NotFound();
    }

    private static CellArea Row(Table table, int index)
    {
        var body = XlsxBook.BodyOf(table);
        return body with { Top = body.Top + index, Bottom = body.Top + index };
    }

    private static CellArea Narrow(CellArea area, int column) => area with { Left = area.Left + column, Right = area.Left + column };

    private static JsonObject Collection(GraphCall call, IEnumerable<JsonObject> items) => DriveRoutes.Page(call, [.. items], pageSize: int.MaxValue);

    private static CultureInfo Culture(GraphCall call) => call.Tenant.World.Settings.WorkbookCulture;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw InvalidArgument();

    private static void RequireOnly(JsonObject body, params string[] names)
    {
        foreach (var name in body.Select(property => property.Key).Where(name => !names.Contains(name, StringComparer.Ordinal) && !name.Contains("@odata.", StringComparison.Ordinal)))
        {
            throw BadRequest($"The property '{name}' is unknown here, or the sandbox does not write it.");
        }
    }

    private static GraphRefusal BadRequest(string message) => new(400, "badRequest", message, "badRequestUncategorized");

    private static GraphRefusal InvalidArgument() => new(400, "badRequest", "The argument is invalid or missing or has an incorrect format.", "invalidArgument");

    private static GraphRefusal NotFound() => new(404, "notFound", "The requested resource doesn't exist.", "itemNotFound");
}
