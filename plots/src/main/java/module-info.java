/** Pictures of what models do, as PNG and SVG. */
module org.cairnml.plots {
  requires transitive org.cairnml.metrics;
  requires transitive org.cairnml.core;
  requires java.desktop;
  requires org.apache.commons.statistics.distribution;
  requires java.xml;
  requires org.knowm.xchart;
  requires org.apache.xmlgraphics.batik.awt.util;
  requires org.apache.xmlgraphics.batik.svggen;

  exports org.cairnml.plots;
}
