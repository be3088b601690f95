using PartnerOffice.Benchmarks;

if (args is ["gate", .. var words])
{
    return GateCosts.Run(words);
}

if (args is ["tracker", .. var sizes])
{
    return TrackerCosts.Run(sizes);
}

if (args is ["deliveries", .. var counts])
{
    return await DeliveryCosts.RunAsync(counts);
}

if (args is ["pane", .. var times])
{
    return await PaneCosts.RunAsync(times);
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(DeliveryCosts).Assembly).Run(args);
return 0;
