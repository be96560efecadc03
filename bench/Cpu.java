import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How much processor time a process and its children have taken, as Linux counts it. */
final class Cpu {

    private static final long MICROS_PER_TICK = 10_000;

    private Cpu() {}

    /** Microseconds of this process and of all children that it has or had. */
    static long micros(long pid) throws IOException {
        var stat = stat(pid);
        return (stat.own() + stat.children() + living(pid)) * MICROS_PER_TICK;
    }

    private static long living(long parent) throws IOException {
        var ticks = 0L;
        for (var child : ProcessHandle.of(parent).orElseThrow().children().toList()) {
            try {
                ticks += stat(child.pid()).own();
            } catch (NoSuchFileException gone) {
                // Its time is the parent's by now; a few ticks may be missed.
            }
        }
        return ticks;
    }

    private static Stat stat(long pid) throws IOException {
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        // The name in parentheses may hold anything; the columns after it are counted from 3 in the kernel's manual.
        var columns = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new Stat(ticks(columns, 14) + ticks(columns, 15), ticks(columns, 16) + ticks(columns, 17));
    }

    private static long ticks(String[] columns, int number) {
        return Long.parseLong(columns[number - 3]);
    }

    /** In ticks; of the children, those that have ended. */
    private record Stat(long own, long children) {}
}
