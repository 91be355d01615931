using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Tests.Plugins;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Letters;

public sealed class LettersDueTests
{
    private static readonly Occasion Occasion = new(PluginStage.Noon, "tester");
    private static readonly LetterSettings Settings = new();

    private readonly Order open = PluginStage.Order() with
    {
        Customer = new Customer { EmailAddress = "ann@home.example" },
        Status = OrderStatus.Open,
    };

    private Order Placed => open with { Status = OrderStatus.Processed, ProcessedAt = PluginStage.Noon };

    [Fact]
    public void Between_OrderBecomesFinal_IsOneConfirmation()
    {
        var processing = open with { Status = OrderStatus.Processing };

        Kinds(processing, Placed).ShouldBe([LetterKind.OrderConfirmation]);
        Kinds(open, Placed).ShouldBe([LetterKind.OrderConfirmation]);
        Kinds(null, Placed).ShouldBe([LetterKind.OrderConfirmation]);
        Kinds(Placed, Placed with { PlatformOrderId = "P1" }).ShouldBeEmpty();
        Kinds(open, processing).ShouldBeEmpty();
        Kinds(null, Placed with { SplitFrom = "whole" }).ShouldBeEmpty();
    }

    [Fact]
    public void Between_NobodyToWriteToOrSwitchedOff_IsNone()
    {
        Kinds(open, Placed with { SendReceipt = false }).ShouldBeEmpty();
        Kinds(open, Placed with { Customer = null }).ShouldBeEmpty();
        Kinds(open, Placed with { Customer = new Customer() }).ShouldBeEmpty();
        LettersDue.Between(open, Placed, new LetterSettings { Disabled = [LetterKind.OrderConfirmation] }).ShouldBeEmpty();
    }

    [Fact]
    public void Between_Canceled_IsToldOnlyOfAnOrderThatWasPlaced()
    {
        Kinds(Placed, Placed with { Status = OrderStatus.Canceled }).ShouldBe([LetterKind.Canceled]);
        Kinds(open, open with { Status = OrderStatus.Canceled }).ShouldBeEmpty();
    }

    [Fact]
    public void Between_NewShipment_HasItsUnitsAndTracking()
    {
        var order = Placed;
        var line = order.LineItems[0];
        var tracking = new Tracking("Post", "1", "https://post.example/1");
        var shipped = order with { Shipments = [new Shipment(PluginStage.Noon, [new ShippedLine(line.Key, 1)]) { Tracking = tracking }] };

        var letter = LettersDue.Between(order, shipped, Settings).ShouldHaveSingleItem();

        letter.Kind.ShouldBe(LetterKind.Shipped);
        letter.Lines.ShouldBe([new LetterLine(line.Key, 1)]);
        letter.Tracking.ShouldBe(tracking);
        LettersDue.Between(shipped, shipped, Settings).ShouldBeEmpty();
    }

    [Fact]
    public void Between_Abandoned_IsOneLetter() =>
        Kinds(open, open with { AbandonedAt = PluginStage.Noon }).ShouldBe([LetterKind.Abandoned]);

    [Fact]
    public void Decide_Letter_IsInTheOutboxUnderTheCommitsIdAndReadAgain()
    {
        var letter = new Letter(LetterKind.Refunded) { Amount = 500, Lines = [new LetterLine("a", 1)] };

        var asked = AskForLetter.Decide(Placed with { Version = 4 }, letter, Occasion);

        var message = asked.NewOutbox.ShouldHaveSingleItem();
        message.Id.ShouldBe($"0000000005-000-{asked.PublicOrderId}");
        (message.Kind, message.Topic, message.Destination).ShouldBe(("letter", "refunded", "customer"));
        var read = LetterDocument.Find(message.Payload)!;
        (read.Kind, read.Amount).ShouldBe((LetterKind.Refunded, 500));
        read.Lines.ShouldBe([new LetterLine("a", 1)]);
        asked.NewTimeline.ShouldHaveSingleItem().Detail.ShouldBe("refunded");
        LetterDocument.Find("{}").ShouldBeNull();
    }

    [Fact]
    public void Resend_WhatIsNotSo_IsRefused()
    {
        ResendLetter.Decide(open, LetterKind.OrderConfirmation, null, Occasion).Problems[0].SubType.ShouldBe("letter_not_due");
        ResendLetter.Decide(Placed, LetterKind.Refunded, null, Occasion).Problems[0].SubType.ShouldBe("letter_not_due");
        ResendLetter.Decide(Placed, LetterKind.GiftCard, null, Occasion).Problems[0].SubType.ShouldBe("letter_not_due");
        ResendLetter
            .Decide(Placed with { Customer = null }, LetterKind.OrderConfirmation, null, Occasion)
            .Problems[0]
            .SubType.ShouldBe("no_email_address");
        ResendLetter.Decide(Placed with { SendReceipt = false }, LetterKind.OrderConfirmation, "fr", Occasion).Succeeded.ShouldBeTrue();
    }

    private static IEnumerable<LetterKind> Kinds(Order? previous, Order next) =>
        LettersDue.Between(previous, next, Settings).Select(letter => letter.Kind);
}
