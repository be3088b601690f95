using System.Text.Json;
using Acornima;
using Acornima.Ast;
using Jint;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Inviting;

/// <summary>The check at the moment of sending, as classic Outlook runs it: one script, no page, no window, no network.</summary>
public sealed class SendScriptTests
{
    private const string Note = """{"v":1,"kind":"board-meeting","number":"KV-ST 2026/08","notice":7,"board":1,"agenda":11,"start":START,"people":[["st-01","MARK_A","Anna Beispiel"],["st-05","MARK_E","Elif Entwurf"]],"others":["MARK_BOX"],"partner":null}""";

    // A start far enough ahead for the notice, and one that is too near.
    private static readonly DateTimeOffset Far = DateTimeOffset.UtcNow.AddDays(20), Near = DateTimeOffset.UtcNow.AddDays(3), Over = DateTimeOffset.UtcNow.AddHours(-2);

    private static readonly string[] Complete = ["anna@partei.example", "elif@partei.example", "kreisvorstand@partei.example"];

    [Fact]
    public void The_script_is_one_that_classic_Outlook_understands()
    {
        // ES2016 as a script: no import, no async, no optional chaining; and no conditional operator, which Outlook before 2403 trips over.
        var script = new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES7 }).ParseScript(ManifestEvents.Script);

        Assert.DoesNotContain(script.DescendantNodes(), node => node.Type is NodeType.ConditionalExpression or NodeType.AwaitExpression or NodeType.ImportExpression);
        var names = script.DescendantNodes().OfType<Identifier>().Select(name => name.Name).ToHashSet();
        Assert.Empty(names.Intersect(["window", "document", "localStorage", "sessionStorage", "fetch", "XMLHttpRequest", "onReady", "navigator", "location"]));
    }

    [Fact]
    public void Its_words_fit_into_the_dialog()
    {
        using var engine = Start();

        foreach (var language in (string[])["de", "en"])
            Assert.InRange(engine.Evaluate($"poTexts.{language}.look.length").AsNumber(), 1, 20);
        foreach (var sentence in JsonSerializer.Deserialize<string[]>(engine.Evaluate("JSON.stringify(Object.keys(poTexts.de).map(function (key) { return poTexts.de[key]; }))").AsString())!)
            SpokenWords.AssertFit("events.js", sentence, "");
        Assert.Equal(engine.Evaluate("Object.keys(poTexts.de).join()").AsString(), engine.Evaluate("Object.keys(poTexts.en).join()").AsString());
    }

    [Fact]
    public void An_appointment_of_somebody_else_is_sent()
    {
        Assert.True(Send(new() { Note = null }).IsSent);
        Assert.True(Send(new() { Note = "" }).IsSent);
    }

    [Fact]
    public void A_complete_invitation_is_sent() => Assert.True(Send(new()).IsSent);

    [Fact]
    public void Who_is_missing_is_named_and_the_way_to_the_pane_shown()
    {
        var sent = Send(new() { Attendees = ["anna@partei.example"] });

        Assert.Equal("Nicht eingeladen: Elif Entwurf.", sent.Message);
        Assert.Equal(("Im Bereich ansehen", OutlookManifest.OpenButton), (sent.Cancel, sent.Command));
        Assert.Equal("Not invited: Elif Entwurf.", Send(new() { Attendees = ["anna@partei.example"], Language = "en-GB" }).Message);
    }

    [Fact]
    public void Somebody_whom_Outlook_names_by_a_directory_path_is_there() =>
        Assert.True(Send(new() { Attendees = ["anna@partei.example", "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=elif"], Names = ["Anna", "Elif Entwurf"] }).IsSent);

    [Fact]
    public void Outside_people_are_named_where_the_agenda_has_confidential_items()
    {
        Assert.Equal("Außerhalb des Vorstands eingeladen: Gerda Gast. Die Tagesordnung hat vertrauliche Punkte.", Send(new() { Attendees = [.. Complete, "gast@fremd.example"], Names = ["a", "b", "c", "Gerda Gast"] }).Message);
        Assert.True(Send(new() { Attendees = [.. Complete, "gast@fremd.example"], Note = Note.Replace("\"board\":1", "\"board\":0", StringComparison.Ordinal) }).IsSent);
    }

    [Fact]
    public void The_partners_coordinator_is_missed_at_a_joint_meeting() =>
        Assert.Equal("Die Koordination des Partners fehlt: Nadia Register.", Send(new() { Note = Note.Replace("\"partner\":null", "\"partner\":[\"mse-05\",\"0\",\"Nadia Register\"]", StringComparison.Ordinal) }).Message);

    [Fact]
    public void Notice_start_agenda_and_privacy_are_looked_at()
    {
        Assert.Equal("Volle Tage bis zur Sitzung: 2, Frist: 7.", Send(new() { Start = Near }).Message);
        Assert.Equal("Der Beginn ist schon vorbei.", Send(new() { Start = Over }).Message);
        Assert.Equal("Der Beginn wurde geändert: den Text neu übernehmen.", Send(new() { Noted = Far.AddHours(1) }).Message);
        Assert.Equal("Im Text steht keine Tagesordnung.", Send(new() { Text = "Bis bald!" }).Message);
        Assert.Equal("Der Termin ist nicht als privat gekennzeichnet.", Send(new() { Sensitivity = "normal" }).Message);
    }

    [Fact]
    public void Many_findings_stay_within_what_Outlook_shows()
    {
        var people = string.Join(',', Enumerable.Range(0, 40).Select(at => $"[\"p\",\"x{at}\",\"Mitglied mit einem langen Namen {at}\"]"));
        var message = Send(new() { Start = Near, Text = "", Sensitivity = "normal", Note = Note.Replace("\"people\":[", $"\"people\":[{people},", StringComparison.Ordinal) }).Message!;

        Assert.InRange(message.Length, 100, 500);
        Assert.Contains("und weitere", message, StringComparison.Ordinal);
    }

    [Theory]
    // What an older Outlook does not have is not looked at.
    [InlineData("delete item.sensitivity; delete item.sessionData;")]
    [InlineData("item.sensitivity = {};")]
    [InlineData("item.body.getAsync = function (kind, answer) { answer({ status: 'failed' }); };")]
    [InlineData("item.start.getAsync = function (answer) { answer(undefined); };")]
    [InlineData("item.loadCustomPropertiesAsync = function (answer) { answer({ status: 'failed' }); };")]
    [InlineData("item.loadCustomPropertiesAsync = undefined;")]
    [InlineData("item.requiredAttendees.getAsync = function () { throw new Error('broken'); };")]
    [InlineData("item.requiredAttendees.getAsync = function (answer) { answer({ status: 'succeeded', value: [null] }); };")]
    [InlineData("Office.context.mailbox.item = null;")]
    public void Whatever_fails_ends_with_sending(string broken) => Assert.True(Send(new() { Broken = broken }).IsSent);

    [Fact]
    public void A_note_that_is_no_note_ends_with_sending() => Assert.True(Send(new() { Note = "{\"v\":1" }).IsSent);

    [Fact]
    public void An_appointment_not_yet_saved_is_known_by_the_note_of_its_window() =>
        Assert.Equal("Nicht eingeladen: Elif Entwurf.", Send(new() { Attendees = ["anna@partei.example"], NotSaved = true }).Message);

    [Fact]
    public void What_never_answers_is_sent_by_the_clock_and_only_once()
    {
        var outcome = Send(new() { Broken = "item.requiredAttendees.getAsync = function (answer) { late = answer; };", After = "timer(); late({ status: 'succeeded', value: [] }); timer();" });

        Assert.True(outcome.IsSent);
        Assert.Equal(1, outcome.Times);
        Assert.True(Send(new() { Broken = "setTimeout = undefined;" }).IsSent);
    }

    private sealed record Appointment
    {
        public string? Note { get; init; } = SendScriptTests.Note;
        public string[] Attendees { get; init; } = Complete;
        public string[] Names { get; init; } = [];
        public DateTimeOffset Start { get; init; } = Far;
        public DateTimeOffset? Noted { get; init; }
        public string Text { get; init; } = "Tagesordnung\n1 Eröffnung";
        public string Sensitivity { get; init; } = "private";
        public string Language { get; init; } = "de-DE";
        public bool NotSaved { get; init; }
        public string Broken { get; init; } = "";
        public string After { get; init; } = "";
    }

    private sealed record Outcome(bool IsSent, string? Message, string? Cancel, string? Command, int Times);

    private static Outcome Send(Appointment appointment)
    {
        using var engine = Start();
        string Mark(string address) => engine.Evaluate($"poMark('{address}')").AsString();
        var note = appointment.Note?.Replace("MARK_A", Mark("Anna@Partei.example "), StringComparison.Ordinal).Replace("MARK_E", Mark("elif@partei.example"), StringComparison.Ordinal)
            .Replace("MARK_BOX", Mark("kreisvorstand@partei.example"), StringComparison.Ordinal)
            .Replace("START", $"{(appointment.Noted ?? appointment.Start).ToUnixTimeMilliseconds()}", StringComparison.Ordinal);
        var given = JsonSerializer.Serialize(new
        {
            note,
            attendees = appointment.Attendees.Select((address, at) => new { emailAddress = address, displayName = appointment.Names.ElementAtOrDefault(at) ?? "" }),
            start = appointment.Start.ToUnixTimeMilliseconds(),
            text = appointment.Text,
            sensitivity = appointment.Sensitivity,
            language = appointment.Language,
            notSaved = appointment.NotSaved,
        });
        engine.Execute($$"""
            var given = {{given}}, said = [], late = null, timer = null;
            var setTimeout = function (act) { timer = act; };
            var good = function (value) { return { status: "succeeded", value: value }; };
            var item = {
              loadCustomPropertiesAsync: function (answer) { answer(good({ get: function (name) { return given.notSaved || name !== "po" ? undefined : given.note; } })); },
              sessionData: { getAsync: function (name, answer) { answer(given.notSaved ? good(given.note) : { status: "failed" }); } },
              requiredAttendees: { getAsync: function (answer) { answer(good(given.attendees)); } },
              optionalAttendees: { getAsync: function (answer) { answer(good([])); } },
              start: { getAsync: function (answer) { answer(good(new Date(given.start))); } },
              body: { getAsync: function (kind, answer) { answer(good(given.text)); } },
              sensitivity: { getAsync: function (answer) { answer(good(given.sensitivity)); } },
            };
            Office.context = { displayLanguage: given.language, mailbox: { item: item } };
            """);
        engine.Execute(appointment.Broken);
        engine.Execute("registered.onAppointmentSend({ completed: function (result) { said.push(result); } });");
        engine.Execute(appointment.After);

        Assert.Equal(1, engine.Evaluate("said.length").AsNumber());
        var result = JsonDocument.Parse(engine.Evaluate("JSON.stringify(said[0])").AsString()).RootElement;
        string? Text(string name) => result.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new(result.GetProperty("allowEvent").GetBoolean(), Text("errorMessage"), Text("cancelLabel"), Text("commandId"), (int)engine.Evaluate("said.length").AsNumber());
    }

    private static Engine Start()
    {
        var engine = new Engine(options => options.TimeoutInterval(TimeSpan.FromSeconds(10)));
        engine.Execute("var registered = {}; var Office = { actions: { associate: function (name, act) { registered[name] = act; } } };");
        engine.Execute(ManifestEvents.Script);
        return engine;
    }
}
