using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>How the yearly duty to meet stands.</summary>
/// <param name="District">Who owes it: whose turn it is to host.</param>
internal sealed record DutyCard(int Year, string District, DateOnly Due, Standing Standing, DateOnly? MetOn)
{
    public static DutyCard Of(Obligation duty, DateOnly today) => new(duty.Due.Year, duty.Owner.ToString(), duty.Due, duty.On(today), duty.MetOn);
}
