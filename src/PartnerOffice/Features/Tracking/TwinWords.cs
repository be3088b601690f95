using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Features.Tracking;

/// <summary>Two rows with one key, in a sentence.</summary>
internal static class TwinWords
{
    public static Bilingual Standing(TrackerTwin twin) => twin.Differing.Count == 0
        ? new(
            $"{twin.Row}: steht zweimal, in {twin.First} und später in {twin.Later}, mit denselben Angaben (»tracker verify --repair« löscht die spätere Zeile)",
            $"{twin.Row}: stands twice, in {twin.First} and later in {twin.Later}, saying the same (\"tracker verify --repair\" deletes the later row)")
        : new(
            $"{twin.Row}: steht zweimal, in {twin.First} und später in {twin.Later}; die spätere sagt anderes ({string.Join(", ", twin.Differing)}). Ansehen, welche gilt, und die andere in Excel löschen",
            $"{twin.Row}: stands twice, in {twin.First} and later in {twin.Later}; the later one says something else ({string.Join(", ", twin.Differing)}). See which holds, and delete the other in Excel");

    public static Bilingual Removed(TrackerTwin twin) => new(
        $"{twin.Row}: stand zweimal; die spätere Zeile ({twin.Later}) ist gelöscht, die Zeilen darunter sind aufgerückt",
        $"{twin.Row}: stood twice; the later row ({twin.Later}) is deleted, the rows below moved up");

    public static Bilingual Kept(KeptTwin kept) => new(
        $"{kept.Twin.Row}: {kept.Twin.Later} bleibt. {kept.Because.Place}: {kept.Because.Problem.German} {kept.Because.Remedy.German}",
        $"{kept.Twin.Row}: {kept.Twin.Later} stays. {kept.Because.Place}: {kept.Because.Problem.English} {kept.Because.Remedy.English}");
}
