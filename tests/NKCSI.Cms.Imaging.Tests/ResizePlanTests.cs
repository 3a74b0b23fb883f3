using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NKCSI.Cms.Imaging.Commands;
using NKCSI.Cms.Imaging.Resizing;
using Xunit;

namespace NKCSI.Cms.Imaging.Tests;

/// <summary>Sizes after contracts/delivery/images.md, Geometry per rmode.</summary>
public sealed class ResizePlanTests
{
    [Theory]
    [InlineData("?width=400", 400, 200)] // the missing side follows the ratio
    [InlineData("?height=100", 200, 100)]
    [InlineData("?width=300&height=300", 300, 300)] // crop is the default and enlarges
    [InlineData("?width=2000&height=2000&rmode=crop", 2000, 2000)]
    [InlineData("?width=300&height=300&rmode=max", 300, 150)]
    [InlineData("?width=4000&height=4000&rmode=max", 4000, 2000)]
    [InlineData("?width=300&height=300&rmode=min", 600, 300)]
    [InlineData("?width=300&height=300&rmode=pad", 300, 300)]
    [InlineData("?width=300&height=50&rmode=stretch", 300, 50)]
    public void For_ModeAndSize_GivesTheResultSize(string query, int width, int height) =>
        Assert.Equal((width, height), Plan(query, 1000, 500)!.Result);

    [Fact]
    public void For_MinThatWouldEnlarge_LeavesTheSource() =>
        Assert.Null(Plan("?width=300&height=600&rmode=min", 1000, 500));

    [Theory]
    [InlineData("?width=500&height=500", 250)]
    [InlineData("?width=500&height=500&ranchor=left", 0)]
    [InlineData("?width=500&height=500&ranchor=right", 500)]
    [InlineData("?width=500&height=500&rxy=0,0.5", 0)]
    [InlineData("?width=500&height=500&rxy=0.6,0.5", 350)]
    [InlineData("?width=500&height=500&rxy=0.6,0.5&ranchor=left", 350)] // the focal point wins
    public void For_Crop_CutsAroundFocusOrAnchor(string query, int left) =>
        Assert.Equal((left, 0), Plan(query, 1000, 500)!.CutAt);

    [Theory]
    [InlineData("?width=5000")]
    [InlineData("?width=-1&height=x")]
    [InlineData("?width=0")]
    public void Parse_SidesOutsideTheLimits_AreRemoved(string query) => Assert.Null(Plan(query, 1000, 500));

    [Fact]
    public void Parse_NoKnownCommand_MeansTheOriginal() => Assert.Null(Parse("?v=1&utm=2"));

    private static ResizePlan? Plan(string query, int width, int height) =>
        ResizePlan.For(Parse(query)!, width, height);

    private static ImageCommands? Parse(string query) =>
        ImageCommands.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)), (5000, 5000));
}
