package gradus.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void theNetworkOfTheContractHasItsShapesAndCounts() {
        Network lenet = Network.network(
                "32x32x3", "conv(8,5); maxpool(2); conv(16,5); maxpool(2); dense(120); dense(84); dense(10)");
        assertEquals(
                List.of(
                        Tensor.vector(28, 28, 8),
                        Tensor.vector(14, 14, 8),
                        Tensor.vector(10, 10, 16),
                        Tensor.vector(5, 5, 16),
                        Tensor.number(120),
                        Tensor.number(84),
                        Tensor.number(10)),
                lenet.shapes());
        assertEquals(Tensor.vector(608, 0, 3216, 0, 48120, 10164, 850), lenet.params());
        assertEquals(Tensor.vector(470400, 0, 320000, 0, 48000, 10080, 840), lenet.macs());
        assertEquals(62958, lenet.total());
        assertEquals(16, lenet.receptiveField());
    }

    @Test
    void publishedTotalsAreReached() {
        assertEquals(
                61706,
                Network.network(
                                "28 × 28 × 1",
                                "conv(6,5,padding=2); avgpool(2); conv(16,5); avgpool(2); dense(120); dense(84); dense(10)")
                        .total());
        assertEquals(61_100_840, Network.network("224x224x3", """
                                conv(64, 11, stride=4, padding=2); maxpool(3, 2)
                                conv(192, 5, padding=2); maxpool(3, stride=2)
                                conv(384, 3, padding=1); conv(256, 3, padding=1); conv(256, 3, padding=1); maxpool(3, 2)
                                dense(4096); dense(4096); dense(1000)
                                """).total());
        StringBuilder vgg = new StringBuilder();
        for (int[] block : new int[][] {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}}) {
            vgg.append(("conv(" + block[0] + ", 3, padding=same);").repeat(block[1]))
                    .append("maxpool(2);");
        }
        Network vgg16 = Network.network("224x224x3", vgg + "dense(4096); dense(4096); dense(1000)");
        assertEquals(138_357_544, vgg16.total());
        assertEquals(212, vgg16.receptiveField());
        assertEquals(
                15_470_264_320.0,
                Inner.product(vgg16.macs(), Tensor.filled(1, vgg16.macs().size())));
    }

    @Test
    void theLayersOfResNet50SumToItsPublishedTotal() {
        double total = Network.network(
                        "224x224x3",
                        "conv(64, 7, stride=2, padding=3, bias=false); batchnorm(); maxpool(3, 2, padding=1)")
                .total();
        int[] blocks = {3, 4, 6, 3};
        int channels = 64;
        for (int stage = 0; stage < 4; stage++) {
            int width = 64 << stage;
            for (int block = 0; block < blocks[stage]; block++) {
                String input = "14x14x" + channels;
                List<String> path = new ArrayList<>(List.of(
                        "conv(%d, 1, bias=false)".formatted(width),
                        "batchnorm()",
                        "conv(%d, 3, padding=1, bias=false)".formatted(width),
                        "batchnorm()",
                        "conv(%d, 1, bias=false)".formatted(4 * width),
                        "batchnorm()"));
                total += Network.network(input, String.join("; ", path)).total();
                if (block == 0) {
                    String shortcut = "conv(%d, 1, bias=false); batchnorm()".formatted(4 * width);
                    total += Network.network(input, shortcut).total();
                }
                channels = 4 * width;
            }
        }
        total += Network.network("7x7x2048", "avgpool(7); dense(1000)").total();
        assertEquals(25_557_032, total);
    }

    @Test
    void layersThatDoNotFitSayWhy() {
        says("conv(8, 7): the kernel reaches over 7×7 cells but the padded input has only 5×5", "5x5x1", "conv(8, 7)");
        says("conv(8): kernel is missing", "5x5x1", "conv(8)");
        says("conv(8, 3) needs height x width x channels, but gets the plain width 400", "400", "conv(8, 3)");
        says("lstm(5) needs a plain width, but gets 5×5×1; put flatten()", "5x5x1", "lstm(5)");
        says("dense(10, 3): bias must be true or false, not 3", "400", "dense(10, 3)");
        says("dense(10, units=3): units is given twice", "400", "dense(10, units=3)");
        says("dense(10, shape=3): there is no argument shape", "400", "dense(10, shape=3)");
        says("layer relu() is not known; use one of: conv,", "400", "relu()");
        says("the input five is not understood", "five", "dense(1)");
        says(
                "conv(4, 1, groups=3): 3 groups do not divide the 6 input channels and 4 filters",
                "5x5x6",
                "conv(4, 1, groups=3)");
        says("the network has no layers", "5x5x6", " ; ");
        says("the layer conv(8 is not understood", "5x5x6", "conv(8");
        says("dense(0): units must be a whole number of at least 1, not 0", "5", "dense(0)");
    }

    private static void says(String words, String input, String layers) {
        MathsException problem = assertThrows(MathsException.class, () -> Network.network(input, layers));
        String said = problem.problem().in(Locale.ENGLISH);
        assertTrue(said.contains(words), said);
    }
}
