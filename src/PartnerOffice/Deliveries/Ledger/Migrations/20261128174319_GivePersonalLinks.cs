using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnerOffice.Deliveries.Migrations
{
    /// <inheritdoc />
    public partial class GivePersonalLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "personal_links",
                columns: table => new
                {
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    District = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Browser = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_personal_links", x => x.Mark);
                });

            migrationBuilder.CreateIndex(
                name: "IX_personal_links_Action_Subject",
                table: "personal_links",
                columns: new[] { "Action", "Subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "personal_links");
        }
    }
}
