package planted.offmap.gadget;

final class Thing {}
