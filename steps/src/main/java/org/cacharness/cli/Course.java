package org.cacharness.cli;

/**
 * How the scenarios run: how many at once, how often, in which order.
 *
 * @param threads scenarios at the same time, from 1
 * @param rounds how often all of them run, from 1
 * @param repeatFailed how often a scenario that failed is repeated, from 0
 * @param seed of the order, and of whatever else is random
 * @param randomOrder whether scenarios run in an order drawn by the seed
 */
public record Course(int threads, int rounds, int repeatFailed, long seed, boolean randomOrder) {}
