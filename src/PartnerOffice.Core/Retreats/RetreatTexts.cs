namespace PartnerOffice.Core;

/// <summary>What speaks for and against days of a joint retreat.</summary>
internal static class RetreatTexts
{
    public static Bilingual TooSoon(int notice) => new(
        $"Die Einladungsfrist von {notice} Tagen ist nicht mehr einzuhalten.", $"The notice of {notice} days cannot be kept any more.");

    public static Bilingual Holiday(string holiday, string district) => new(
        $"Gesetzlicher Feiertag in {district}: {holiday}.", $"Public holiday in {district}: {holiday}.");

    public static Bilingual Pause(string pause) => new(
        $"Liegt in der vereinbarten Pause: {pause}.", $"Lies in the agreed pause: {pause}.");

    public static Bilingual SchoolHolidays(string holiday, string district) => new(
        $"Schulferien in {district}: {holiday}.", $"School holidays in {district}: {holiday}.");

    public static Bilingual SameDay(string name) => new(
        $"Am selben Tag: {name}.", $"On the same day: {name}.");

    public static Bilingual TooFew(string district, int possible, int minimum) => new(
        $"Aus {district} können höchstens {possible} kommen, vereinbart sind mindestens {minimum}.", $"At most {possible} of {district} can come, agreed are at least {minimum}.");

    public static Bilingual Beside(string assembly, string day) => new(
        $"Lässt sich verbinden mit: {assembly} am {day}.", $"Can be combined with: {assembly} on {day}.");

    public static Bilingual Outlook(string district, int members, int free, int ifNeeded, int unknown) => new(
        $"{district}: {free} von {members} haben Zeit{(ifNeeded > 0 ? $", {ifNeeded} zur Not" : "")}{(unknown > 0 ? $", {unknown} unbekannt" : "")}.",
        $"{district}: {free} of {members} have time{(ifNeeded > 0 ? $", {ifNeeded} if need be" : "")}{(unknown > 0 ? $", {unknown} unknown" : "")}.");

    public static Bilingual TravelBeforeWork(string district, int hours, int minutes) => new(
        $"Für {district} liegt die Rückreise vor einem Arbeitstag ({hours} Std. {minutes:00} Min.).", $"{district} travels home before a working day ({hours} h {minutes:00} min).");

    public static Bilingual NearFederal(string federal, int days) => days == 1
        ? new($"Nur einen Tag Abstand zu: {federal}.", $"Only one day apart from: {federal}.")
        : new($"Nur {days} Tage Abstand zu: {federal}.", $"Only {days} days apart from: {federal}.");
}
