using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnerOffice.Deliveries.Migrations
{
    /// <inheritdoc />
    public partial class RememberTheTracker : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WarnedAt",
                table: "steps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tracker_marks",
                columns: table => new
                {
                    Workbook = table.Column<string>(type: "TEXT", nullable: false),
                    Row = table.Column<string>(type: "TEXT", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracker_marks", x => new { x.Workbook, x.Row });
                });

            migrationBuilder.CreateTable(
                name: "workbook_sessions",
                columns: table => new
                {
                    Workbook = table.Column<string>(type: "TEXT", nullable: false),
                    Session = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workbook_sessions", x => new { x.Workbook, x.Session });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WarnedAt",
                table: "steps");

            migrationBuilder.DropTable(
                name: "tracker_marks");

            migrationBuilder.DropTable(
                name: "workbook_sessions");
        }
    }
}
