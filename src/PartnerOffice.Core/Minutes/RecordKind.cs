namespace PartnerOffice.Core;

/// <summary>Whether the minutes record results only or the course of the debate.</summary>
public enum RecordKind
{
    Results,
    Course,
}
