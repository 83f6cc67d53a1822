using StaffDashboard.Data;
using StaffDashboard.Web.Access;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddOffice(builder.Configuration.GetConnectionString("StaffDashboard")!);
builder.Services.AddAccess();
builder.Services.AddRazorPages();

var app = builder.Build();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.Run();
