using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PartnerOffice.Deliveries;

/// <summary>What <c>dotnet ef migrations add NAME --output-dir Deliveries/Ledger/Migrations</c> builds the model from.</summary>
internal sealed class LedgerDesign : IDesignTimeDbContextFactory<LedgerContext>
{
    public LedgerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LedgerContext>().UseSqlite("Data Source=design.db").Options);
}
