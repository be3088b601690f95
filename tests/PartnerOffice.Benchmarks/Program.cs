using PartnerOffice.Benchmarks;

if (args is ["gate", .. var words])
{
    return GateCosts.Run(words);
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
