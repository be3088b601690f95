namespace PartnerOffice.Core;

/// <summary>What is looked at before an invitation goes out: who is missing, who is too many, and whether it is in time (R10).</summary>
public static class SendCheck
{
    /// <summary>What there is to find, the gravest first.</summary>
    /// <param name="own">The district whose event it is.</param>
    /// <param name="attendees">Everybody whom the event names, in its order.</param>
    public static IReadOnlyList<SendFinding> Run(Partnership partnership, District own, SendQuestion question, IReadOnlyList<SeenAttendee> attendees)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(attendees);
        return [.. new Looking(own, partnership.PartnerOf(own.Id), question, attendees).All()];
    }

    private sealed class Looking(District own, District partner, SendQuestion question, IReadOnlyList<SeenAttendee> attendees)
    {
        private readonly HashSet<PersonId> there = [.. attendees.Select(attendee => attendee.Person?.Id).OfType<PersonId>()];

        public IEnumerable<SendFinding> All()
        {
            if (question.HasBoardItems && Where(IsOutside) is [_, ..] outside)
                yield return Of(SendFindingKind.OutsidePeople, SendCheckTexts.Outside(outside.Count), [], outside);
            if (Where(attendee => attendee.IsPrivate) is [_, ..] shown)
                yield return Of(SendFindingKind.PrivateAddress, SendCheckTexts.Private(Names(shown)), PeopleAt(shown), shown);
            foreach (var finding in question.IsOfBoard ? Members().Concat(InTime()) : [])
                yield return finding;
            if (question.IsJoint && Coordinator() is { } missing)
                yield return missing;
            if (!question.HasAgenda)
                yield return Of(SendFindingKind.NoAgenda, SendCheckTexts.NoAgenda());
            if (question.IsOfBoard && Others() is [_, ..] others)
                yield return Of(SendFindingKind.OtherWay, SendCheckTexts.OtherWay(Names(others.Where(Is(InvitationWay.Message))), Names(others.Where(Is(InvitationWay.Post)))), [.. others.Select(one => one.Person.Id)]);
        }

        private IEnumerable<SendFinding> Members()
        {
            var missing = own.BoardOn(question.Date).Select(EventInvitee.Of).Where(Is(InvitationWay.Calendar)).Where(one => !there.Contains(one.Person.Id)).ToList();
            if (missing.Count > 0)
                yield return Of(SendFindingKind.MissingMember, SendCheckTexts.Missing(Names(missing)), [.. missing.Select(one => one.Person.Id)]);
        }

        private IEnumerable<SendFinding> InTime()
        {
            var days = NoticePeriod.Between(DateOnly.FromDateTime(question.Sent), question.Date);
            if (question.Date.ToDateTime(question.Start ?? TimeOnly.MaxValue) < question.Sent)
                yield return Of(SendFindingKind.Past, SendCheckTexts.Past());
            else if (days < own.Rules.NoticeDays)
                yield return Of(SendFindingKind.ShortNotice, SendCheckTexts.ShortNotice(days, own.Rules.NoticeDays));
        }

        // Whoever is reached another way is not missing from the event.
        private SendFinding? Coordinator()
        {
            if (partner.CoordinatorOn(question.Date) is not { } coordinator)
                return Of(SendFindingKind.MissingCoordinator, SendCheckTexts.NoCoordinator(partner.ShortName));

            var holders = partner.HoldersOn(OfficeRole.Coordinator, question.Date);
            return holders.Any(holder => there.Contains(holder.Id)) || EventInvitee.Of(coordinator).Way != InvitationWay.Calendar
                ? null
                : Of(SendFindingKind.MissingCoordinator, SendCheckTexts.MissingCoordinator(coordinator.Name), [coordinator.Id]);
        }

        private List<EventInvitee> Others() =>
            [.. own.BoardOn(question.Date).Select(EventInvitee.Of).Where(one => one.Way != InvitationWay.Calendar && !there.Contains(one.Person.Id))];

        // Without a term on that day a person of the district is outside its board, too.
        private bool IsOutside(SeenAttendee attendee) =>
            attendee.District != own || attendee.Person is { } person && person.TermOn(question.Date) is null;

        private List<int> Where(Predicate<SeenAttendee> fits) => [.. Enumerable.Range(0, attendees.Count).Where(at => fits(attendees[at]))];

        private List<PersonId> PeopleAt(IEnumerable<int> places) => [.. places.Select(at => attendees[at].Person?.Id).OfType<PersonId>().Distinct()];

        private string Names(IEnumerable<int> places) => string.Join(", ", places.Select(at => attendees[at].Person?.Name).OfType<string>().Distinct());

        private static string Names(IEnumerable<EventInvitee> invitees) => string.Join(", ", invitees.Select(one => one.Person.Name));

        private static Func<EventInvitee, bool> Is(InvitationWay way) => one => one.Way == way;

        private static SendFinding Of(SendFindingKind kind, (Bilingual Message, Bilingual Remedy) said, IReadOnlyList<PersonId>? people = null, IReadOnlyList<int>? places = null) =>
            new(kind, said.Message, said.Remedy, people ?? [], places ?? []);
    }
}
