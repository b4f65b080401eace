import { BrowserWindow, type DesktopCapturerSource, type Size, session } from 'electron';
import { z } from 'zod';

const sizeSchema = z.object({ width: z.int().positive(), height: z.int().positive() });

// The window's first frame tells its size; the stream ends before a second one is asked for.
const READ_SIZE = `(async () => {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  const video = document.createElement('video');
  try {
    video.srcObject = stream;
    await new Promise((resolve, reject) => {
      video.onloadedmetadata = resolve;
      video.onerror = reject;
      setTimeout(reject, 2000, new Error('no frame'));
    });
    return { width: video.videoWidth, height: video.videoHeight };
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
})()`;

/**
 * A window's size in its own pixels, rounded down to even numbers as video is; null when it gives no frame.
 *
 * The capturer scales every picture, up as well as down, to the size it is asked for, and tells no window's own size: a
 * small window would come out enlarged and blurred. A video stream of the window does tell it. The stream is opened in
 * a blank page of its own session, which reaches no network, shows nothing and is gone afterwards; the picture itself is
 * not taken from it, because video loses colour.
 */
export async function measureWindow(source: DesktopCapturerSource): Promise<Size | null> {
  const blank = session.fromPartition('measure-window');
  if (!blank.protocol.isProtocolHandled('https')) {
    blank.protocol.handle('https', () => new Response('', { headers: { 'Content-Type': 'text/html' } }));
  }
  blank.setDisplayMediaRequestHandler((_request, answer) => answer({ video: source }));
  const page = new BrowserWindow({
    show: false,
    webPreferences: { session: blank, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await page.loadURL('https://measure.invalid/');
    const size = sizeSchema.safeParse(await page.webContents.executeJavaScript(READ_SIZE, true));
    return size.success ? size.data : null;
  } catch {
    // A size that cannot be learned costs sharpness, not the picture: the caller asks for the screen's size instead.
    return null;
  } finally {
    page.destroy();
  }
}
