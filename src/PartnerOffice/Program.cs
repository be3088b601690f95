return await PartnerOffice.CommandLine.Verbs.RunAsync(args);
