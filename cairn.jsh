// A JShell with Cairn: build once (./cairn --version does), then
//   jshell -R--add-modules=jdk.incubator.vector --class-path cli/target/cairn.jar cairn.jsh
import java.nio.file.Path;
import java.time.*;
import org.cairnml.base.*;
import org.cairnml.core.*;
import org.cairnml.data.*;
import org.cairnml.linalg.*;
import org.cairnml.linalg.Vector;
import org.cairnml.linear.*;
import org.cairnml.metrics.*;
import org.cairnml.pipeline.*;
import org.cairnml.preprocessing.encode.*;
import org.cairnml.preprocessing.impute.*;
import org.cairnml.preprocessing.scale.*;
import org.cairnml.baseline.*;
import org.cairnml.preprocessing.text.*;
import org.cairnml.preprocessing.select.*;
import org.cairnml.preprocessing.outlier.*;
import org.cairnml.preprocessing.feature.*;
import org.cairnml.boosting.*;
import org.cairnml.cluster.*;
import org.cairnml.inspection.*;
import org.cairnml.meta.*;
import org.cairnml.selection.*;
import org.cairnml.tree.*;
