namespace PartnerOffice.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>The folder that holds everything; made when missing. One sandbox at a time may use it.</summary>
    public required string Folder { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock for everything but tokens, which live by the real one.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What must exist from the start.</summary>
    public SandboxSeed Seed { get; init; } = new();

    /// <summary>How it behaves.</summary>
    public SandboxSettings Settings { get; init; } = new();

    /// <summary>The way to those who want to hear of changes; null for the network.</summary>
    public HttpMessageHandler? Notifications { get; init; }

    /// <summary>Called before each step on the disk; a test that throws here sees what a killed process leaves behind.</summary>
    internal Action<string>? OnDiskStep { get; init; }
}
