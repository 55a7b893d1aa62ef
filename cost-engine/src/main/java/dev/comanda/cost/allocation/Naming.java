package dev.comanda.cost.allocation;

/** The name that a rule gives an owner. */
public sealed interface Naming {

    /** @param name the same for every charge */
    record Fixed(String name) implements Naming {}

    /** @param attribute whose value is the name; without one the rule says nothing, and the next are asked */
    record ValueOf(Attribute attribute) implements Naming {}
}
