/**
 * The optimiser beside solvers from outside, on the same problems in the same time; read by nobody
 * but bench/solvers.sh.
 */
package dev.evenkeel.bench;
