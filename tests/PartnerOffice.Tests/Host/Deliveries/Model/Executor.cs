namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A process: idle, or somewhere in an attempt that it began with this epoch. It may stop there for as long as it likes.</summary>
internal readonly record struct Executor(Node? Node, int Epoch)
{
    public Request? Waiting => Node?.Act is Act.Ask { Request: var request } ? request : null;

    public Executor With(Node? node) => node is null ? default : this with { Node = node };
}
