/**
 * What every other package stands on.
 *
 * <p>{@link org.cairnml.base.Seed} makes randomness repeatable for any number of threads, {@link
 * org.cairnml.base.Workers} is the only thread pool, {@link org.cairnml.base.Progress} listens to
 * long work and can stop it, and {@link org.cairnml.base.CairnException} is what goes wrong with a
 * user's data, files or machine.
 */
package org.cairnml.base;
