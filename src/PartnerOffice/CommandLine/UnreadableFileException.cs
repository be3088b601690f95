using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.CommandLine;

/// <summary>A file that the gate refused; exit code 4.</summary>
internal sealed class UnreadableFileException(GateRefusal refusal, string file)
    : RefusalException(refusal.CodeWord, refusal.Place ?? file, refusal.Explanation, refusal.Remedy, refusal);
