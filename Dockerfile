# One image for every process kind: what a container does is an argument (--api, --worker).
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 DATA_DIR=/data
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY connectors/package.json connectors/
COPY runtime/package.json runtime/
COPY studio/package.json studio/
COPY e2e/package.json e2e/
RUN npm install --omit=dev

COPY . .
RUN npm run build -w studio && mkdir -p /data && chown node:node /data

USER node
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "runtime/src/start.ts"]
