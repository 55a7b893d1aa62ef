package dev.comanda.ops.marketplace.loading;

import dev.comanda.ops.copy.CopyTarget;
import dev.comanda.ops.marketplace.CourierEarningAccrued;
import dev.comanda.ops.marketplace.CourierPayoutInstructed;
import dev.comanda.ops.marketplace.DeliveryCompleted;
import dev.comanda.ops.marketplace.PaymentCaptured;
import dev.comanda.ops.marketplace.PendingEvent;
import dev.comanda.ops.marketplace.RestaurantEarningAccrued;
import dev.comanda.ops.marketplace.RestaurantPayoutInstructed;
import java.util.UUID;

/** Events as rows of their tables, in the order of the tables' columns. */
final class FactRows {

    private FactRows() {}

    static void add(CopyTarget row, long line, UUID content, PaymentCaptured event) {
        row.add(line)
                .add(event.paymentId())
                .add(content)
                .add(event.orderId())
                .add(event.psp())
                .add(event.pspReference())
                .add(event.merchantReference())
                .add(event.method())
                .add(event.amount())
                .add(event.currency())
                .add(event.capturedAt())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, RestaurantEarningAccrued event) {
        row.add(line)
                .add(event.accrualId())
                .add(content)
                .add(event.orderId())
                .add(event.restaurantId())
                .add(event.currency())
                .add(event.base())
                .add(event.commissionRate())
                .add(event.commission())
                .add(event.paymentFee())
                .add(event.adjustments())
                .add(event.net())
                .add(event.accruedAt())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, DeliveryCompleted event) {
        row.add(line)
                .add(event.deliveryId())
                .add(content)
                .add(event.orderId())
                .add(event.courierId())
                .add(event.assignedAt())
                .add(event.pickedUpAt())
                .add(event.deliveredAt())
                .add(event.distanceMeters())
                .add(event.proof())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, CourierEarningAccrued event) {
        row.add(line)
                .add(event.earningId())
                .add(content)
                .add(event.orderId())
                .add(event.courierId())
                .add(event.currency())
                .add(event.base())
                .add(event.distance())
                .add(event.tip())
                .add(event.incentive())
                .add(event.total())
                .add(event.accruedAt())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, RestaurantPayoutInstructed event) {
        row.add(line)
                .add(event.payoutId())
                .add(content)
                .add("RESTAURANT")
                .add(event.restaurantId())
                .add(event.periodStart())
                .add(event.periodEnd())
                .add(event.currency())
                .add(event.amount())
                .add(event.residual())
                .add(event.bankReference())
                .add(event.instructedAt())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, CourierPayoutInstructed event) {
        row.add(line)
                .add(event.payoutId())
                .add(content)
                .add("COURIER")
                .add(event.courierId())
                .add(event.periodStart())
                .add(event.periodEnd())
                .add(event.currency())
                .add(event.amount())
                .add(event.residual())
                .add(event.bankReference())
                .add(event.instructedAt())
                .add(event.businessDate())
                .end();
    }

    static void add(CopyTarget row, long line, UUID content, PendingEvent event) {
        row.add(line)
                .add(event.type())
                .add(event.businessId().asText())
                .add(content)
                .add(event.occurredAt())
                .add(event.data())
                .end();
    }
}
