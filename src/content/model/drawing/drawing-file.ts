import { ContentError } from "../problem.ts";
import { type Drawing, readDrawing } from "./drawing.ts";
import { DrawingFault } from "./drawing-fault.ts";

/**
 * @param file is named where the drawing is none
 * @param bytes what is in it
 * @throws ContentError with the place of what is not a drawing
 */
export function readDrawingFile(file: string, bytes: Uint8Array): Drawing {
  try {
    return readDrawing(bytes);
  } catch (error) {
    if (!(error instanceof DrawingFault)) throw error;
    const { message, mend, place } = error;
    throw new ContentError([{ file, ...place, message: `Рисунок: ${message}.`, mend }]);
  }
}
