/**
 * Decision trees and forests of them. Start at {@link org.cairnml.tree.Tree}, what all of them
 * grow.
 */
package org.cairnml.tree;
