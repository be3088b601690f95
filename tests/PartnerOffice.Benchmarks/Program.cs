using PartnerOffice.Benchmarks;

if (args is ["gate", .. var words])
{
    return GateCosts.Run(words);
}

if (args is ["tracker", .. var sizes])
{
    return TrackerCosts.Run(sizes);
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
