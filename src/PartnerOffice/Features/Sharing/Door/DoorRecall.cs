using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>A recall that began by the column, for the incident note beside the file.</summary>
internal sealed record DoorRecall(RecallGround Ground, DeliveryStatus Recall, Person By);
