/** Which part of a large picture the stage shows: a place and a scale. */

export interface Camera {
  /** Pixels for a unit of the picture. */
  scale: number;
  /** What stands in the upper left corner. */
  x: number;
  y: number;
}

export interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

const MARGIN = 14;
const HEADINGS = 26;
/** Height of the key of the shade. */
const KEY = 64;
export const LARGEST_SCALE = 2;

/** All of a room, as large as it fits. */
export function fitting(room: Room, stage: Size): Camera {
  const across = (stage.width - 2 * MARGIN) / Math.max(1, room.right - room.left);
  const down = (stage.height - 2 * MARGIN - HEADINGS - KEY) / Math.max(1, room.bottom - room.top);
  const scale = Math.min(LARGEST_SCALE, Math.max(1e-4, Math.min(across, down)));
  const middle = { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 };
  return {
    scale,
    x: middle.x - stage.width / 2 / scale,
    y: middle.y - (stage.height + HEADINGS - KEY) / 2 / scale,
  };
}

/** The camera moved by pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

/** The camera with another scale, and the same place under a point of the stage. */
export function zoomed(camera: Camera, factor: number, at: { x: number; y: number }, smallest: number): Camera {
  const scale = Math.min(LARGEST_SCALE, Math.max(smallest, camera.scale * factor));
  return {
    scale,
    x: camera.x + at.x / camera.scale - at.x / scale,
    y: camera.y + at.y / camera.scale - at.y / scale,
  };
}

/** The camera with a place of the picture in the middle of the stage. */
export const centred = (camera: Camera, at: { x: number; y: number }, stage: Size): Camera => ({
  ...camera,
  x: at.x - stage.width / 2 / camera.scale,
  y: at.y - stage.height / 2 / camera.scale,
});

export const toScreen = ({ scale, x, y }: Camera, at: { x: number; y: number }): { x: number; y: number } => ({
  x: (at.x - x) * scale,
  y: (at.y - y) * scale,
});

export const toPicture = ({ scale, x, y }: Camera, at: { x: number; y: number }): { x: number; y: number } => ({
  x: at.x / scale + x,
  y: at.y / scale + y,
});
