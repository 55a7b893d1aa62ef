package dev.comanda.ops.marketplace;

import java.util.UUID;

/**
 * Three 128-bit content hashes by which deliveries of an event are compared. Narrow on purpose: the merge of a night's
 * events compares nothing else.
 *
 * @param identity of the event's source and technical id: equal for every delivery of one event
 * @param business of its business id: equal for every event about one payment, accrual, version of an order, ...
 * @param content of its type and canonical data, independent of member order, white space and trailing zeros of money;
 *     equal identity or business with another content is a conflict
 */
public record EventKeys(UUID identity, UUID business, UUID content) {}
